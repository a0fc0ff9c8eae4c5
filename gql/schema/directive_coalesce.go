package schema

func coalesceDirective() directive {
	return directive{
		declaration: `"What filters take for null." directive @coalesce("A value of the field's type." value: ScalarOrEnum!) on FIELD_DEFINITION`,
		onField: func(l *loader, f *fieldDraft, u use) {
			f.coalesce = u
		},
	}
}
