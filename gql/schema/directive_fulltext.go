package schema

func fulltextDirective() directive {
	return directive{
		declaration: `"Full-text indexes of the database, each a root field of the API." ` +
			`directive @fulltext("Name of the index, name of the root field, and the fields it covers." indexes: [FulltextInput!]!) on OBJECT`,
		onType: func(l *loader, t *typeDraft, u use) {
			t.fulltext = u
		},
	}
}
