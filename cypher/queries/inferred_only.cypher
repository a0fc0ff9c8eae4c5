// Which relationships of a country rest on inference alone?
//
// level: intermediate
// topic: evidence
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code   "Laos"
// columns
//   relation: String!     the relationship's type
//   other: Entity!        what it leads to
//   quote: String!        the words it was inferred from, verbatim
//   rule: String          the rule that inferred it
// notice
//   Leave these out (r.basis <> "inferred") and see whether your finding still stands.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)-[r]->(other)
WHERE r.basis = 'inferred'
MATCH (claim:Claim {id: r.claims[0]})
RETURN type(r) AS relation, other, r.quote AS quote, claim.rule AS rule
ORDER BY relation, other.name
