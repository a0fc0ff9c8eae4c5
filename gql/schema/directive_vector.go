package schema

func vectorDirective() directive {
	return directive{
		declaration: `"Vector indexes." directive @vector(indexes: Anything) on OBJECT`,
		refused:     "the API has no search by vectors",
		remedy:      "remove it, and write the search as a @cypher field that calls db.index.vector.queryNodes",
	}
}
