package schema

func uniqueDirective() directive {
	return directive{
		declaration: `"A key: no two nodes of the type share the value, and an index finds it." ` +
			`directive @unique("The name of its constraint; only checked." constraintName: String) on FIELD_DEFINITION`,
		onField: func(l *loader, f *fieldDraft, u use) {
			f.unique = u
			if u.given("constraintName") {
				l.identifier(u, "constraintName")
			}
		},
	}
}
