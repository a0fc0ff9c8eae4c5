package schema

func groupByDirective() directive {
	return directive{
		declaration: `"A field to group by." directive @groupBy on FIELD_DEFINITION`,
		refused:     "connections here have no groupBy",
		remedy:      "remove it, and write the grouping as a @cypher field",
	}
}
