package schema

func relationshipPropertiesDirective() directive {
	return directive{
		declaration: `"A type that holds the properties of a relationship." directive @relationshipProperties on OBJECT`,
		onType: func(l *loader, t *typeDraft, u use) {
			t.edge = u
		},
	}
}
