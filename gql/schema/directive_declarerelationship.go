package schema

func declareRelationshipDirective() directive {
	return directive{
		declaration: `"A relationship that every type with the interface has, each with its own @relationship." ` +
			`directive @declareRelationship("For writing; without effect." nestedOperations: [RelationshipNestedOperations!], "False keeps aggregates out." aggregate: Boolean = true) on FIELD_DEFINITION`,
		onField: func(l *loader, f *fieldDraft, u use) {
			if f.owner.kind != interfaceKind {
				l.wrong(u.at(), "write @relationship(type:, direction:) here", "@declareRelationship belongs on a field of an interface")
				return
			}
			f.declare = u
		},
	}
}
