package store

import (
	"slices"
	"strings"

	"concord/graph"
)

// The statements of the store. LABEL and TYPE stand for a label and a relationship type of
// the model (forLabel, forType), ENTITY for all labels of entities (ofEntities). Everything
// else comes in the one parameter $in: Neo4j makes another plan for each order of magnitude
// of a parameter's length, but does not look into a map.
const (
	serverInfo = `CALL dbms.components() YIELD name, versions, edition
WHERE name = "Neo4j Kernel"
CALL db.info() YIELD name AS database
RETURN versions[0] AS version, edition, database`

	constraintNames = `SHOW CONSTRAINTS YIELD name RETURN name`

	indexNames = `SHOW INDEXES YIELD name RETURN name`

	awaitIndexes = `CALL db.awaitIndexes(toInteger($in.seconds))`

	// Whoever comes second waits here until the first one's transaction has ended.
	lockWriter = `MERGE (l:Lock {id: "writer"})
SET l.document = $in.document
WITH l
OPTIONAL MATCH (d:Document {id: $in.document})
RETURN d IS NOT NULL AS found, d.fingerprint AS fingerprint`

	// What a document has contributed.
	storedDocument = `MATCH (d:Document {id: $in.document})
RETURN d.title AS title, d.publisher AS publisher, d.published AS published, d.language AS language, d.url AS url`

	storedPassages = `MATCH (:Document {id: $in.document})-[:HAS_PASSAGE]->(p:Passage)
RETURN p.id AS id, p.ordinal AS ordinal, p.section AS section, p.text AS text, p.start AS start, p.end AS end,
  COLLECT { MATCH (p)-[m:MENTIONS]->(e) RETURN {entity: e.id, surface: m.surface, start: m.start, end: m.end} } AS mentions
ORDER BY ordinal`

	storedDescriptions = `MATCH (d:Document {id: $in.document})-[r:DESCRIBES]->(e)
RETURN $in.document AS document, e.id AS id, r.name AS name, r.aliases AS aliases, r.properties AS properties`

	storedClaims = `MATCH (c:Claim {document: $in.document}) RETURN c {.*} AS claim`

	// What documents say together.
	descriptionsOf = `UNWIND $in.ids AS id
MATCH (e:ENTITY {id: id})<-[r:DESCRIBES]-(d:Document)
RETURN d.id AS document, e.id AS id, r.name AS name, r.aliases AS aliases, r.properties AS properties`

	claimsAbout = `UNWIND $in.about AS about
MATCH (c:Claim {about: about})
WHERE c.polarity = "affirmed" AND c.modality = "actual"
RETURN c {.*} AS claim, COLLECT { MATCH (x:Claim {corrects: c.id}) WHERE x.verdict <> "accept" RETURN DISTINCT x.document } AS overruledBy`

	// Which claims corrections overrule, and in which documents.
	overruledClaims = `UNWIND $in.ids AS id
MATCH (x:Claim {corrects: id})
WHERE x.verdict <> "accept"
RETURN id, collect(DISTINCT x.document) AS documents`

	aboutOfClaims = `UNWIND $in.ids AS id
MATCH (c:Claim {id: id})
RETURN c.about AS about`

	saveDocument = `MERGE (d:Document {id: $in.document}) SET d = $in.properties`

	// Mentions and descriptions have no id of their own: a document's are written anew.
	removeMentions = `MATCH (:Document {id: $in.document})-[:HAS_PASSAGE]->(:Passage)-[m:MENTIONS]->()
CALL (m) { DELETE m }`

	// WITH holds the planner to looking both ends up: from one end alone it would walk all
	// its relationships for each row.
	removeDescriptions = `UNWIND $in.rows AS id
MATCH (d:Document {id: $in.document})
MATCH (e:ENTITY {id: id})
WITH d, e
MATCH (d)-[r:DESCRIBES]->(e)
DELETE r`

	removeClaims = `UNWIND $in.rows AS id MATCH (c:Claim {id: id}) DETACH DELETE c`

	removePassages = `UNWIND $in.rows AS id MATCH (p:Passage {id: id}) DETACH DELETE p`

	removeDocument = `MATCH (d:Document {id: $in.document}) DETACH DELETE d`

	removeEntities = `UNWIND $in.rows AS id MATCH (e:LABEL {id: id}) DETACH DELETE e`

	removeEdges = `UNWIND $in.rows AS row
MATCH (a:ENTITY {id: row.from})
MATCH (b:ENTITY {id: row.to})
WITH row, a, b
MATCH (a)-[r {id: row.id}]->(b)
WHERE type(r) = row.type
DELETE r`

	saveEntities = `UNWIND $in.rows AS row MERGE (e:LABEL {id: row.id}) SET e = row.properties`

	savePassages = `MATCH (d:Document {id: $in.document})
UNWIND $in.rows AS row
MERGE (p:Passage {id: row.id})
SET p = row
MERGE (d)-[:HAS_PASSAGE]->(p)`

	saveDescriptions = `MATCH (d:Document {id: $in.document})
UNWIND $in.rows AS row
MATCH (e:ENTITY {id: row.id})
MERGE (d)-[r:DESCRIBES]->(e)
SET r = row.description`

	saveMentions = `UNWIND $in.rows AS row
MATCH (p:Passage {id: row.passage})
MATCH (e:ENTITY {id: row.entity})
CREATE (p)-[:MENTIONS {surface: row.surface, start: row.start, end: row.end}]->(e)`

	saveClaims = `UNWIND $in.rows AS row
MATCH (s:ENTITY {id: row.subject})
MATCH (p:Passage {id: row.claim.passage})
MERGE (c:Claim {id: row.claim.id})
SET c = row.claim
MERGE (p)-[:SUPPORTS]->(c)
MERGE (c)-[:SUBJECT]->(s)`

	saveObjects = `UNWIND $in.rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (o:ENTITY {id: row.object})
MERGE (c)-[:OBJECT]->(o)`

	saveEdges = `UNWIND $in.rows AS row
MATCH (a:ENTITY {id: row.from})
MATCH (b:ENTITY {id: row.to})
MERGE (a)-[r:$(row.type) {id: row.id}]->(b)
SET r = row.properties`
)

// The statements that look at the whole graph.
const (
	listDocuments = `MATCH (d:Document)
RETURN d.id AS id, d.title AS title, d.publisher AS publisher, d.published AS published, d.language AS language, d.url AS url,
  COUNT { (d)-[:HAS_PASSAGE]->() } AS passages, COUNT { (d)-[:DESCRIBES]->() } AS entities,
  COUNT { (d)-[:HAS_PASSAGE]->()-[:SUPPORTS]->() } AS claims
ORDER BY title, id`

	findDocuments = `MATCH (d:Document)
WHERE d.id = $in.key OR d.id STARTS WITH $in.prefix OR toLower(d.title) = toLower($in.key)
RETURN d.id AS id, d.title AS title
ORDER BY id LIMIT 20`

	countLabel = `MATCH (n:LABEL) RETURN count(n) AS n`

	countType = `MATCH ()-[r:TYPE]->() RETURN count(r) AS n`

	repeatedIDs = `MATCH (n:LABEL) WITH n.id AS id, count(*) AS n WHERE n > 1 OR id IS NULL RETURN id ORDER BY id LIMIT 100`

	pageOfEntities = `MATCH (n:LABEL) WHERE n.id > $in.after
RETURN n {.*} AS node ORDER BY n.id LIMIT $in.limit`

	edgesFrom = `UNWIND $in.ids AS id
MATCH (a:LABEL {id: id})-[r]->(b)
WHERE type(r) IN $in.types
RETURN r {.*} AS edge, type(r) AS type, a.id AS from, b.id AS to`

	claimsBy = `UNWIND $in.ids AS id
MATCH (:LABEL {id: id})<-[:SUBJECT]-(c:Claim)
RETURN c {.*} AS claim, COLLECT { MATCH (x:Claim {corrects: c.id}) WHERE x.verdict <> "accept" RETURN DISTINCT x.document } AS overruledBy`

	looseClaims = `MATCH (c:Claim)
WHERE NOT EXISTS { (c)<-[:SUPPORTS]-(p:Passage)<-[:HAS_PASSAGE]-(d:Document) WHERE p.id = c.passage AND d.id = c.document }
   OR NOT EXISTS { (c)-[:SUBJECT]->(s) WHERE s.id = split(c.about, "|")[0] }
   OR c.relation IS NOT NULL AND NOT EXISTS { (c)-[:OBJECT]->(o) WHERE o.id = split(c.about, "|")[1] }
RETURN c.id AS id ORDER BY id LIMIT 100`
)

// forLabel returns the statement for one label of the model. It panics on any other: labels
// never come from data.
func forLabel(statement string, label graph.Label) string {
	return strings.ReplaceAll(statement, "LABEL", checkedLabel(label))
}

func checkedLabel(label graph.Label) string {
	switch label {
	case graph.DocumentLabel, graph.PassageLabel, graph.ClaimLabel:
		return string(label)
	}
	if !slices.Contains(graph.EntityLabels, label) {
		panic("store: no label " + string(label))
	}
	return string(label)
}

// forType returns the statement for one relationship type of the model.
func forType(statement string, t graph.RelationType) string {
	if _, ok := graph.RelationOf(t); !ok {
		panic("store: no relationship type " + string(t))
	}
	return strings.ReplaceAll(statement, "TYPE", string(t))
}

// ofEntities returns the statement for entities of every label: one plan for all of them
// costs Neo4j less than one for each, and looks each id up in an index all the same.
func ofEntities(statement string) string {
	labels := make([]string, len(graph.EntityLabels))
	for i, label := range graph.EntityLabels {
		labels[i] = string(label)
	}
	return strings.ReplaceAll(statement, "ENTITY", strings.Join(labels, "|"))
}
