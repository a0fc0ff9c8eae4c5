// Where did a country send police?
//
// level: simple
// topic: peacekeeping
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code   "CHN"
// columns
//   place: Location!  where
//   personnel: Int    how many people, where a number is given for this place alone
//   asOf: String      the day or month it holds for, in EDTF (ISO 8601-2)
//   documents: Int!   how many documents say so
// notice
//   "208 officers in all" is a number of the whole: it is not shared out among the places.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)-[d:DEPLOYED_POLICE_TO]->(place)
WITH place, d.personnel AS personnel, d.asOf AS asOf, d.claims AS ids
UNWIND ids AS id
MATCH (claim:Claim {id: id})
RETURN place, personnel, asOf, count(DISTINCT claim.document) AS documents
ORDER BY place.name, asOf
