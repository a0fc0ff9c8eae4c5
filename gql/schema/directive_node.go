package schema

func nodeDirective() directive {
	return directive{
		declaration: `"A type whose objects are nodes." directive @node("All the labels of such a node; the type's name where not given." labels: [String!]) on OBJECT`,
		onType: func(l *loader, t *typeDraft, u use) {
			t.node = u
			labels, _ := u.arguments["labels"].([]any)
			if u.given("labels") && len(labels) == 0 {
				l.wrong(u.of("labels"), "name a label, or leave the argument out", "@node(labels:) is empty")
			}
			for _, label := range labels {
				text, _ := label.(string)
				if !identifier.MatchString(text) {
					l.wrong(u.of("labels"), "use letters, digits and _, and no digit first", "@node(labels:) %q is no plain name", text)
				}
				t.labels = append(t.labels, text)
			}
		},
	}
}
