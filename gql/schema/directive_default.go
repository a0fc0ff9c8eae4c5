package schema

func defaultDirective() directive {
	return directive{
		declaration: `"What a new node gets; reading needs it not, it is only checked." directive @default("A value of the field's type." value: ScalarOrEnum!) on FIELD_DEFINITION`,
		onField: func(l *loader, f *fieldDraft, u use) {
			f.initial = u
		},
	}
}
