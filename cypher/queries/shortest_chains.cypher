// By which shortest chains of exercises, meetings and instruments are two countries linked?
//
// level: hard
// topic: networks
// parameters
//   one: String!    a country's name or ISO 3166-1 alpha-3 code         "Thailand"
//   other: String!  another country's name or ISO 3166-1 alpha-3 code   "Uzbekistan"
//   limit: Int!     how many chains at most                             5
// columns
//   steps: Int!          how many countries further, from one to the other
//   chain: [String!]!    the names along the chain: country, event, country…
//   quotes: [String!]!   for each link the words that say so, verbatim
// notice
//   Every link has its sentence: a chain is only as strong as the weakest of its quotes.
MATCH (a:Country)
WHERE a.name = $one OR a.iso3 = $one
MATCH (b:Country)
WHERE b.name = $other OR b.iso3 = $other
MATCH path = ALL SHORTEST (a)-[:PARTICIPATED_IN|ATTENDED|SIGNED]-{1,8}(b)
WHERE a <> b
WITH path, [n IN nodes(path) | n.name] AS chain
RETURN length(path) / 2 AS steps, chain, [r IN relationships(path) | r.quote] AS quotes
ORDER BY chain, quotes
LIMIT $limit
