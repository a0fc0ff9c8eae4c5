package schema

func jwtDirective() directive {
	return directive{
		declaration: `"The type of the identity that requests carry." directive @jwt on OBJECT`,
		refused:     "requests carry no identity here",
		remedy:      "remove the type",
	}
}

func jwtClaimDirective() directive {
	return directive{
		declaration: `"Where a field stands in the identity that requests carry." directive @jwtClaim(path: String!) on FIELD_DEFINITION`,
		refused:     "requests carry no identity here",
		remedy:      "remove it",
	}
}
