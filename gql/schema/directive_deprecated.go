package schema

func deprecatedDirective() directive {
	return directive{
		declaration: `"No longer to be used (GraphQL spec, section 3.13.3)." ` +
			`directive @deprecated("Why, and what instead." reason: String = "No longer supported") on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE`,
		onField: func(l *loader, f *fieldDraft, u use) {
			f.deprecated = deprecation(u.text("reason"))
		},
	}
}
