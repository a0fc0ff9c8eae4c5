// Do the totals that a document gives for a country's peacekeepers agree with the parts it lists?
//
// level: hard
// topic: peacekeeping
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code   "China"
// columns
//   document: Document!  the document
//   parts: Int!          the sum of the contingents it lists by mission and role
//   contingents: Int!    how many contingents that are
//   total: Float!        a number of persons that it gives for the country, not below the parts
//   verbatim: String!    that number as the document puts it
//   difference: Float!   what the total has beyond the parts
// notice
//   The difference is the finding: 88 people are in one document's total that another calls observers and staff officers. A total of many years is another thing.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)-[s:CONTRIBUTED_TO]->(m:Mission)
WHERE s.personnel IS NOT NULL
UNWIND s.claims AS id
MATCH (claim:Claim {id: id})
WITH c, claim.document AS source, s.personnel AS personnel, m, s.role AS role
WITH DISTINCT c, source, m, role, personnel
WITH c, source, sum(personnel) AS parts, count(*) AS contingents
MATCH (document:Document {id: source})-[:HAS_PASSAGE]->(:Passage)-[:SUPPORTS]->(:Claim {relation: 'HAS_FIGURE'})-[:OBJECT]->(f:Figure {unit: 'persons'})
WHERE EXISTS { (c)-[:HAS_FIGURE]->(f) }
WITH DISTINCT document, parts, contingents, f
WHERE f.value >= parts
RETURN document, parts, contingents, f.value AS total, f.verbatim AS verbatim, f.value - parts AS difference
ORDER BY difference, document.id, f.id
