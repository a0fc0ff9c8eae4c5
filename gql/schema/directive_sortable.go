package schema

func sortableDirective() directive {
	return directive{
		declaration: `"Whether lists can be sorted by a field." directive @sortable("By its value." byValue: Boolean! = true) on FIELD_DEFINITION`,
		onField: func(l *loader, f *fieldDraft, u use) {
			f.sortable = u.flag("byValue")
		},
	}
}
