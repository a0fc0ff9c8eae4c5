// How many people does a country send to which mission, in which role?
//
// level: intermediate
// topic: peacekeeping
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code                         "China"
//   asOf: String      the day or month the numbers hold for, in EDTF; null for any          "2008-11-30"
// columns
//   mission: Mission!  the mission
//   role: String       engineering, transport, medical, infantry, police…
//   personnel: Int     how many people
//   asOf: String       the day or month it holds for, in EDTF (ISO 8601-2)
// notice
//   Numbers of another day are rows of their own: adding them up would count people twice.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)-[s:CONTRIBUTED_TO]->(mission:Mission)
WHERE $asOf IS NULL OR s.asOf = $asOf
RETURN mission, s.role AS role, s.personnel AS personnel, s.asOf AS asOf
ORDER BY mission.name, asOf, personnel DESC, role
