package schema

func idDirective() directive {
	return directive{
		declaration: `"An identifier: no two nodes of the type share it." directive @id on FIELD_DEFINITION`,
		onField: func(l *loader, f *fieldDraft, u use) {
			f.unique = u
		},
	}
}
