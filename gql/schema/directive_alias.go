package schema

func aliasDirective() directive {
	return directive{
		declaration: `"The property of the database that holds the field." directive @alias("Its name." property: String!) on FIELD_DEFINITION`,
		onField: func(l *loader, f *fieldDraft, u use) {
			f.alias = u
			l.identifier(u, "property")
		},
	}
}
