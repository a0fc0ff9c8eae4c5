package schema

// Only the form that asks for no events is accepted: any other promises subscriptions
// that this API does not have.
func subscriptionDirective() directive {
	none := func(l *loader, u use) {
		if events, _ := u.arguments["events"].([]any); len(events) > 0 || !u.given("events") {
			l.wrong(u.of("events"), "write @subscription(events: []), or remove it", "@subscription asks for events, and the API has no subscriptions")
		}
	}
	return directive{
		declaration: `"Which subscriptions exist: none." directive @subscription("The empty list." events: [SubscriptionEvent]) on OBJECT | SCHEMA`,
		onType:      func(l *loader, _ *typeDraft, u use) { none(l, u) },
		onSchema:    none,
	}
}
