// Which contingents in missions are the largest?
//
// level: intermediate
// topic: peacekeeping
// parameters
//   least: Int!  the smallest contingent to show   1000
// columns
//   country: Country!  the contributor
//   mission: Mission!  the mission
//   role: String       troops, police, engineering, medical…
//   personnel: Int!    how many people
//   asOf: String       the day or month it holds for, in EDTF (ISO 8601-2)
// notice
//   Contingents of different years stand in one list: look at asOf before comparing.
MATCH (country:Country)-[s:CONTRIBUTED_TO]->(mission:Mission)
WHERE s.personnel >= $least
RETURN country, mission, s.role AS role, s.personnel AS personnel, s.asOf AS asOf
ORDER BY personnel DESC, country.name, mission.name, role, asOf
