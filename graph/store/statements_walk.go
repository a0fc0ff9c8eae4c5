package store

// The statements of Walk. ENTITY and LABEL stand for labels, as in the other statements.
const (
	walkDocuments = `MATCH (d:Document) RETURN d.id AS id, d.fingerprint AS fingerprint ORDER BY id`

	walkIDs = `MATCH (n:LABEL) WHERE n.id > $in.after RETURN n.id AS id ORDER BY n.id LIMIT $in.limit`

	walkNodes = `MATCH (n:LABEL) WHERE n.id > $in.after
WITH n ORDER BY n.id LIMIT $in.limit
` + returnNode + `
ORDER BY n.id`

	walkNodesOf = `UNWIND $in.ids AS id
MATCH (n:ENTITY {id: id})
` + returnNode + `
ORDER BY n.id`

	returnNode = `RETURN n {.*} AS node,
  COLLECT { MATCH (n)-[:UNDER]->(o:Organization) RETURN o.id ORDER BY o.id } AS under,
  COLLECT { MATCH (n)<-[:DESCRIBES]-(d:Document) RETURN d {.*} ORDER BY d.id } AS documents,
  COLLECT {
    MATCH (c:Claim {about: n.id}) WHERE c.property IS NOT NULL AND c.polarity = "affirmed" AND c.modality = "actual"
    MATCH (d:Document {id: c.document})
    RETURN c {.id, .document, .passage, .quote, .basis, .confidence, title: d.title, published: d.published}
  } AS sources`

	walkDegreesFrom = `UNWIND $in.ids AS id
MATCH (n:ENTITY {id: id})
WITH id, COUNT { (n)-->() } AS degree
WHERE degree > 0
RETURN id, degree ORDER BY id`

	walkDegreesInto = `UNWIND $in.ids AS id
MATCH (n:ENTITY {id: id})
WITH id, COUNT { (n)<--() } AS degree
WHERE degree > 0
RETURN id, degree ORDER BY id`

	// The nodes at one end, at; those before the last one read, and its edges read already, are
	// left out.
	walkEdgesFrom = `UNWIND $in.ids AS id
WITH id WHERE id >= $in.at
MATCH (a:ENTITY {id: id})
MATCH (a)-[r]->(b)
WHERE type(r) IN $in.types AND (id > $in.at OR r.id > $in.after)
WITH id AS at, a, r, b ORDER BY at, r.id LIMIT $in.limit
` + returnEdge

	walkEdgesInto = `UNWIND $in.ids AS id
WITH id WHERE id >= $in.at
MATCH (b:ENTITY {id: id})
MATCH (a)-[r]->(b)
WHERE type(r) IN $in.types AND (id > $in.at OR r.id > $in.after)
WITH id AS at, a, r, b ORDER BY at, r.id LIMIT $in.limit
` + returnEdge

	returnEdge = `RETURN at, r {.*} AS edge, type(r) AS type, a.id AS from, b.id AS to, a {.*} AS subject, b {.*} AS object,
  COLLECT { MATCH (a)-[:UNDER]->(o:Organization) RETURN o.id ORDER BY o.id } AS subjectUnder,
  COLLECT { MATCH (b)-[:UNDER]->(o:Organization) RETURN o.id ORDER BY o.id } AS objectUnder,
  COLLECT {
    UNWIND r.claims AS claim
    MATCH (c:Claim {id: claim})
    MATCH (d:Document {id: c.document})
    RETURN c {.id, .document, .passage, .quote, .basis, .confidence, title: d.title, published: d.published}
  } AS sources
ORDER BY at, r.id`
)
