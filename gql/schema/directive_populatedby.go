package schema

func populatedByDirective() directive {
	return directive{
		declaration: `"A function that fills a property when nodes are written; without effect on reading." ` +
			`directive @populatedBy(callback: String!, operations: [WriteOperation!]! = [CREATE, UPDATE]) on FIELD_DEFINITION`,
	}
}
