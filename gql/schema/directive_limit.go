package schema

func limitDirective() directive {
	return directive{
		declaration: `"How many nodes of the type a list holds." ` +
			`directive @limit("Where the request names no number." default: Int, "Whatever number the request names." max: Int) on OBJECT | INTERFACE`,
		onType: func(l *loader, t *typeDraft, u use) {
			if !u.given("default") && !u.given("max") {
				l.wrong(u.at(), "give default, max or both", "@limit says nothing")
				return
			}
			for _, name := range []string{"default", "max"} {
				n, given := u.arguments[name].(int64)
				switch {
				case !given:
				case n <= 0:
					l.wrong(u.of(name), "write a number from 1", "@limit(%s:) is %d", name, n)
				case name == "default":
					t.limit.Default = int(n)
				default:
					t.limit.Max = int(n)
				}
			}
			if t.limit.Max > 0 && t.limit.Default > t.limit.Max {
				l.wrong(u.of("default"), "make it at most max", "@limit(default:) is above max")
			}
		},
	}
}
