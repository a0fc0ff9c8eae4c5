package schema

func relationshipDirective() directive {
	return directive{
		declaration: `"The nodes that a relationship leads to." directive @relationship("Its type in the database." type: String!, "Where it points, seen from this type." direction: RelationshipDirection!, ` +
			`"UNDIRECTED to walk it both ways." queryDirection: RelationshipQueryDirection = DIRECTED, "The type with @relationshipProperties." properties: String, ` +
			`"For writing; without effect." nestedOperations: [RelationshipNestedOperations!], "False keeps aggregates out." aggregate: Boolean = true) on FIELD_DEFINITION`,
		onField: func(l *loader, f *fieldDraft, u use) {
			switch f.owner.kind {
			case nodeKind:
				f.relationship = u
				l.identifier(u, "type")
			case interfaceKind:
				l.wrong(u.at(), "write @declareRelationship here, and @relationship on each type with the interface", "@relationship does not belong on a field of an interface")
			default:
				l.wrong(u.at(), "move the field to a type with @node, or add @node to this one", "@relationship belongs on a field of a node, and %s is none", f.owner.def.Name)
			}
		},
	}
}
