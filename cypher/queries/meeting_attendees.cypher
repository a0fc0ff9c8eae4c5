// Who attended a meeting, and as what?
//
// level: simple
// topic: treaties
// parameters
//   meeting: String!  the meeting's name   "SCO summit, August 2007"
// columns
//   party: Party!          who attended
//   role: String           host, co_host, participant or observer
//   representedBy: String  who represented it
//   basis: String!         stated, implied, inferred or reference
// notice
//   Where a document says "the member states met", the group attended by its words and each member by inference.
MATCH (:Meeting {name: $meeting})<-[a:ATTENDED]-(party)
RETURN party, a.role AS role, a.representedBy AS representedBy, a.basis AS basis
ORDER BY labels(party)[0], party.name, role
