package schema

func settableDirective() directive {
	return directive{
		declaration: `"Which writes may set a field; without effect on reading." ` +
			`directive @settable(onCreate: Boolean! = true, onUpdate: Boolean! = true) on FIELD_DEFINITION`,
	}
}
