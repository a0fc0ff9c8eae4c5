package schema

func specifiedByDirective() directive {
	return directive{
		declaration: `"Where a scalar is specified (GraphQL spec, section 3.13.4)." directive @specifiedBy("The address of its specification." url: String!) on SCALAR`,
		onType:      func(l *loader, t *typeDraft, u use) { t.specifiedBy = u.directive },
	}
}
