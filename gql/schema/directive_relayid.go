package schema

func relayIDDirective() directive {
	return directive{
		declaration: `"A node's identifier for Relay." directive @relayId on FIELD_DEFINITION`,
		refused:     "there is no root field `node` that takes such identifiers",
		remedy:      "write @id or @unique",
	}
}
