package schema

func subscriptionsAuthorizationDirective() directive {
	return directive{
		declaration: `"Who may subscribe." directive @subscriptionsAuthorization(filter: Anything) on OBJECT | FIELD_DEFINITION`,
		refused:     "the API has no subscriptions",
		remedy:      "remove it",
	}
}
