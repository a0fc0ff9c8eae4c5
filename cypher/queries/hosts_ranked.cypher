// Which countries hosted most, and what?
//
// level: intermediate
// topic: exercises
// parameters
//   limit: Int!  how many countries   5
// columns
//   country: Country!     the host
//   exercises: Int!       exercises it hosted, alone or with others
//   meetings: Int!        meetings it hosted, alone or with others
//   names: [String!]!     their names
// notice
//   "Held with" is not hosting: a host is somebody a document calls one.
MATCH (country:Country)-[:HOSTED]->(e:Exercise|Meeting)
WITH country, e ORDER BY e.name
WITH country, collect(DISTINCT e) AS hosted
RETURN country, size([e IN hosted WHERE e:Exercise]) AS exercises, size([e IN hosted WHERE e:Meeting]) AS meetings, [e IN hosted | e.name] AS names
ORDER BY size(hosted) DESC, country.name
LIMIT $limit
