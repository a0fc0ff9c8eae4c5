package schema

// Only the form that asks for no mutations is accepted: any other promises operations
// that this API does not have, and a reader of the definitions would rely on them.
func mutationDirective() directive {
	none := func(l *loader, u use) {
		if operations, _ := u.arguments["operations"].([]any); len(operations) > 0 || !u.given("operations") {
			l.wrong(u.of("operations"), "write @mutation(operations: []), or remove it", "@mutation asks for operations, and the API only reads")
		}
	}
	return directive{
		declaration: `"Which mutations exist: none." directive @mutation("The empty list." operations: [MutationOperations]) on OBJECT | SCHEMA`,
		onType:      func(l *loader, _ *typeDraft, u use) { none(l, u) },
		onSchema:    none,
	}
}
