// Of what do documents give different values for the same property?
//
// level: hard
// topic: evidence
// parameters
//   property: String!  the property's name   "date"
// columns
//   entity: Entity!        what it is said of
//   values: [String!]!     the values, each once
//   documents: [String!]!  for each value, the titles of the documents that give it
// notice
//   Not every difference is a contradiction: "2014-04" and "2014-04-28" only differ in how exact they are.
MATCH (claim:Claim {property: $property, polarity: 'affirmed', modality: 'actual'})-[:SUBJECT]->(entity)
MATCH (d:Document)-[:HAS_PASSAGE]->(:Passage)-[:SUPPORTS]->(claim)
WITH DISTINCT entity, claim.value AS value, coalesce(d.title, d.id) AS title ORDER BY title
WITH entity, value, collect(title) AS titles ORDER BY value
WITH entity, collect(value) AS values, collect(reduce(all = '', t IN titles | all + CASE all WHEN '' THEN '' ELSE '; ' END + t)) AS documents
WHERE size(values) > 1
RETURN entity, values, documents
ORDER BY entity.id
