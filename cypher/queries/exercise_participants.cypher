// Who took part in an exercise, in which role, and in which words is that said?
//
// level: simple
// topic: exercises
// parameters
//   exercise: String!  the exercise's name   "Pitch Black 2018"
// columns
//   party: Party!       a country, an organization or a group of countries
//   role: String        host, co_host, participant or observer
//   personnel: Int      how many people it sent
//   basis: String!      stated, implied, inferred or reference
//   quote: String!      the best words that say so, verbatim
// notice
//   A group stays a group; that its members took part is inferred and says so under basis.
MATCH (:Exercise {name: $exercise})<-[p:PARTICIPATED_IN]-(party)
RETURN party, p.role AS role, p.personnel AS personnel, p.basis AS basis, p.quote AS quote
ORDER BY party.name, role
