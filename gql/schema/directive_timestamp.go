package schema

func timestampDirective() directive {
	return directive{
		declaration: `"A time that writes fill in; without effect on reading." ` +
			`directive @timestamp(operations: [WriteOperation!]! = [CREATE, UPDATE]) on FIELD_DEFINITION`,
	}
}
