// Which pairs of an organization's full members on a day had no exercise together by then, as far as the documents say?
//
// level: hard
// topic: organizations
// parameters
//   organization: String!  the organization's acronym or name   "SCO"
//   day: Date!             the day of membership                "2018-12-31"
// columns
//   one: Country!      a member
//   other: Country!    another, its code after the first one's
//   organizations: Int!  how many other organizations both belong to on that day
// notice
//   Members on paper: sharing many tables and no exercise is a pattern worth explaining.
MATCH (o:Organization)
WHERE o.acronym = $organization OR o.name = $organization
MATCH (one:Country)-[m:MEMBER_OF {status: 'full'}]->(o)<-[n:MEMBER_OF {status: 'full'}]-(other:Country)
WHERE one.iso3 < other.iso3 AND m.validFrom <= date($day) AND m.validTo >= date($day) AND n.validFrom <= date($day) AND n.validTo >= date($day)
WITH DISTINCT o, one, other
WHERE NOT EXISTS { (one)-[:PARTICIPATED_IN]->(e:Exercise WHERE e.earliest <= date($day))<-[:PARTICIPATED_IN]-(other) }
RETURN one, other, COUNT {
  MATCH (one)-[m:MEMBER_OF]->(x:Organization)<-[n:MEMBER_OF]-(other)
  WHERE x <> o AND m.validFrom <= date($day) AND m.validTo >= date($day) AND n.validFrom <= date($day) AND n.validTo >= date($day)
  RETURN DISTINCT x
} AS organizations
ORDER BY organizations DESC, one.iso3, other.iso3
