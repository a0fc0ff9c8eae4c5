package schema

func selectableDirective() directive {
	return directive{
		declaration: `"Where a field can be asked for." ` +
			`directive @selectable("On its type." onRead: Boolean! = true, "In aggregates." onAggregate: Boolean! = false) on FIELD_DEFINITION`,
		onField: func(l *loader, f *fieldDraft, u use) {
			f.selectable = selectable{u.flag("onRead"), u.flag("onAggregate")}
		},
	}
}
