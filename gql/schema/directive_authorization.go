package schema

func authorizationDirective() directive {
	return directive{
		declaration: `"Who may see what." directive @authorization(filter: Anything, validate: Anything) on OBJECT | FIELD_DEFINITION | INTERFACE`,
		refused:     "requests carry no identity here, so everybody would see what it hides",
		remedy:      "remove it, and keep what not everybody may see out of the graph or of the type definitions",
	}
}
