package server

import "concord/cypher"

// explanation is `extensions.cypher`: what ran for a request. Paste is the whole of it as
// Neo4j Browser and cypher-shell take it: the parameters, then the statement.
type explanation struct {
	Statement  string         `json:"statement"`
	Parameters map[string]any `json:"parameters"`
	Paste      string         `json:"paste"`
}

// explain is nil where nothing ran: introspection.
func explain(s cypher.Statement) *explanation {
	if s.Text == "" {
		return nil
	}
	parameters := s.Params
	if parameters == nil {
		parameters = map[string]any{}
	}
	return &explanation{Statement: s.Text, Parameters: parameters, Paste: s.Paste()}
}
