package schema

func filterableDirective() directive {
	return directive{
		declaration: `"Which filters a field has." ` +
			`directive @filterable("By its value." byValue: Boolean! = true, "By aggregates of it." byAggregate: Boolean! = false) on FIELD_DEFINITION`,
		onField: func(l *loader, f *fieldDraft, u use) {
			f.filterable = filterable{u.flag("byValue"), u.flag("byAggregate")}
		},
	}
}
