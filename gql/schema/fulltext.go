package schema

import "regexp"

var graphQLName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]*$|^_[A-Za-z0-9][A-Za-z0-9_]*$`)

// fillFullText reads the indexes of @fulltext.
func (l *loader) fillFullText(t *typeDraft) {
	n := l.targets[t.def.Name].(*Node)
	indexes, _ := t.fulltext.arguments["indexes"].([]any)
	at := t.fulltext.of("indexes")
	if len(indexes) == 0 {
		l.wrong(at, "name an index, or remove it", "@fulltext on %s has no indexes", n.Name)
	}
	for _, each := range indexes {
		index, _ := each.(map[string]any)
		ft := &FullText{Node: n, position: at}
		ft.Index, _ = index["indexName"].(string)
		ft.Name, _ = index["queryName"].(string)
		if !identifier.MatchString(ft.Index) {
			l.wrong(at, "use letters, digits and _, and no digit first", "@fulltext indexName %q is no plain name", ft.Index)
		}
		if !graphQLName.MatchString(ft.Name) {
			l.wrong(at, "use letters, digits and _, and no digit first", "@fulltext queryName %q is no name of a field", ft.Name)
		}
		fields, _ := index["fields"].([]any)
		if len(fields) == 0 {
			l.wrong(at, "name the fields it covers", "the index %s of @fulltext covers no fields", ft.Index)
		}
		for _, field := range fields {
			name, _ := field.(string)
			p := n.properties[name]
			if p == nil || (p.Type.Scalar != String && p.Type.Scalar != ID) {
				l.wrong(at, "name a String or ID property of "+n.Name, "the index %s of @fulltext covers %q, which is no text", ft.Index, name)
				continue
			}
			ft.Properties = append(ft.Properties, p)
		}
		n.FullTexts = append(n.FullTexts, ft)
		l.schema.FullTexts = append(l.schema.FullTexts, ft)
	}
}
