package schema

func authenticationDirective() directive {
	return directive{
		declaration: `"Who must be signed in." directive @authentication(operations: Anything, jwt: Anything) on OBJECT | FIELD_DEFINITION | SCHEMA`,
		refused:     "requests carry no identity here, so nobody would be kept out",
		remedy:      "remove it, and let what stands before the server decide who may ask",
	}
}
