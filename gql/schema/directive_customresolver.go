package schema

func customResolverDirective() directive {
	return directive{
		declaration: `"A field that a function answers." directive @customResolver(requires: Anything) on FIELD_DEFINITION`,
		refused:     "there is no function to call: every answer comes from one Cypher statement",
		remedy:      "write the field with @cypher, or remove it",
	}
}
