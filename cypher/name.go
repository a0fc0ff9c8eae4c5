package cypher

import (
	"fmt"
	"regexp"
	"strings"
)

// identifier is what every name must look like. Names with other characters can be
// written between backticks, but not safely: Cypher turns \u0060 into a backtick before
// it looks for the closing one, so doubling backticks does not keep a name inside them.
var identifier = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// quote gives a label, a relationship type, a property key or a column as Cypher text.
// It is the only way a name gets into a statement, and refuses whatever could end it
// early: a name must be an ASCII identifier. Words of the language are put between
// backticks, where they are ordinary names.
func quote(name string) (string, error) {
	if !identifier.MatchString(name) {
		return "", fmt.Errorf("name %q cannot stand in a statement; use letters, digits and _ only", name)
	}
	if reserved[strings.ToUpper(name)] {
		return "`" + name + "`", nil
	}
	return name, nil
}

// reserved words cannot name a variable or a column as they are: some are refused by the
// parser, others (null, true, inf…) silently mean something else where the name is read.
// The list is that of the Cypher manual ("Reserved keywords") and the literals.
var reserved = words(`ALL ALTER AND ANY ARRAY AS ASC ASCENDING ASSERT BETWEEN BY CALL CASE COLLECT CONSTRAINT
	CONTAINS COUNT CREATE CSV CYPHER DELETE DESC DESCENDING DETACH DISTINCT DROP ELSE END ENDS EXISTS EXPLAIN
	FALSE FIELDTERMINATOR FILTER FINISH FOR FOREACH FROM IN INDEX INF INFINITY INSERT IS JOIN LET LIMIT LOAD MATCH
	MERGE NAN NEXT NONE NORMALIZED NOT NULL OF OFFSET ON OPTIONAL OR ORDER PROFILE REDUCE RELATIONSHIP REMOVE
	REPORT REQUIRE RETURN SCALAR SCAN SEARCH SET SHORTESTPATH ALLSHORTESTPATHS SHOW SINGLE SKIP START STARTS
	THEN TRUE TYPED UNION UNIQUE UNWIND USE USING WHEN WHERE WITH XOR YIELD`)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}
