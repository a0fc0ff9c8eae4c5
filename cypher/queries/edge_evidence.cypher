// Which claims support a relationship?
//
// parameters
//   this: Relationship!  the relationship
// columns
//   claim: Claim!  a claim that supports it, the surest first
UNWIND this.claims AS id
MATCH (claim:Claim {id: id})
RETURN claim
ORDER BY claim.confidence DESC, claim.id
