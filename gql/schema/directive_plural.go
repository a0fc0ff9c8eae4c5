package schema

func pluralDirective() directive {
	return directive{
		declaration: `"The plural of the type's name, for the root fields." directive @plural("For example TechPeople." value: String!) on OBJECT | INTERFACE | UNION`,
		onType: func(l *loader, t *typeDraft, u use) {
			t.plural = u.text("value")
			l.identifier(u, "value")
		},
	}
}
