package schema

func privateDirective() directive {
	return directive{
		declaration: `"A field that the API does not show at all; @cypher statements may use the property." directive @private on FIELD_DEFINITION`,
		onField: func(l *loader, f *fieldDraft, u use) {
			f.private = true
		},
	}
}
