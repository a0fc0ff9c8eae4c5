package schema

func queryDirective() directive {
	access := func(u use) Access {
		a := Access{Read: u.flag("read"), Connection: u.flag("read"), Aggregate: u.flag("aggregate")}
		if u.given("connection") {
			a.Connection = u.flag("connection")
		}
		return a
	}
	return directive{
		declaration: `"Which root fields a type has." directive @query("The list." read: Boolean! = true, ` +
			`"The connection; as read where not given." connection: Boolean, "aggregate in the connection." aggregate: Boolean! = false) on OBJECT | INTERFACE | UNION | SCHEMA`,
		onType: func(l *loader, t *typeDraft, u use) {
			a := access(u)
			t.access, t.query = &a, u
		},
		onSchema: func(l *loader, u use) {
			l.access = access(u)
		},
	}
}
