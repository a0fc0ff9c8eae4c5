// Who sends personnel to a mission, how many and as what?
//
// level: simple
// topic: peacekeeping
// parameters
//   mission: String!  the mission's acronym or name   "AMISOM"
// columns
//   country: Country!  the contributor
//   role: String       troops, police, engineering, medical…
//   personnel: Int     how many people; null where no number is given
//   asOf: String       the day or month it holds for, in EDTF (ISO 8601-2)
// notice
//   No number is not zero: the document names the police contributors without counting them.
MATCH (m:Mission)
WHERE m.acronym = $mission OR m.name = $mission
MATCH (country:Country)-[c:CONTRIBUTED_TO]->(m)
RETURN country, c.role AS role, c.personnel AS personnel, c.asOf AS asOf
ORDER BY personnel IS NULL, personnel DESC, country.name, role, asOf
