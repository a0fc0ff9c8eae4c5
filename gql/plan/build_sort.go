package plan

import (
	"github.com/vektah/gqlparser/v2/ast"

	"concord/gql/schema"
)

// sortArgument are the keys of the argument sort.
func (b *builder) sortArgument(f *Field, source Source) []Sort {
	var keys []Sort
	items, _ := f.Arguments[schema.ArgSort].([]any)
	for _, item := range items {
		if object, ok := item.(map[string]any); ok {
			keys = append(keys, b.sortKeys(f.Definition.Arguments.ForName(schema.ArgSort).Type.Name(), object, Node, source)...)
		}
	}
	return keys
}

// sortKeys are the keys of one sort object, in the order of the schema: an object has no
// order of its own.
func (b *builder) sortKeys(inputName string, object map[string]any, subject Subject, source Source) []Sort {
	var keys []Sort
	for _, f := range b.s.API.Types[inputName].Fields {
		v := object[f.Name]
		if v == nil {
			continue
		}
		nested, _ := v.(map[string]any)
		key := Sort{Subject: subject, Descending: v == "DESC"}
		switch m := b.s.Meaning(f).(type) {
		case *schema.Property:
			key.Property = m
		case *schema.Cypher:
			key.Cypher = m
		case schema.Connection:
			keys = append(keys, b.relatedSorts(b.input(f), nested, RelatedSort{Hops: hopsOf(m.Relationship, source.Members)})...)
			continue
		case schema.Part:
			if m == schema.Score {
				key.Score = true
				break
			}
			below := Node
			if m == schema.EdgeProperties {
				below = Edge
			}
			keys = append(keys, b.sortKeys(f.Type.Name(), nested, below, source)...)
			continue
		case *schema.Edge:
			if kind, some := edgeKind(source.Hops, m); some {
				own := b.sortKeys(f.Type.Name(), nested, Edge, source)
				for i := range own {
					own[i].Kind = kind
				}
				keys = append(keys, own...)
			}
			continue
		}
		keys = append(keys, key)
	}
	return keys
}

func (b *builder) input(f *ast.FieldDefinition) *ast.Definition { return b.s.API.Types[f.Type.Name()] }

// relatedSorts are the keys of a sort by what a relationship leads to: {aggregate: {count:
// {nodes, edges}, node, edge}}. At is what has been read on the way down.
func (b *builder) relatedSorts(input *ast.Definition, object map[string]any, at RelatedSort) []Sort {
	var keys []Sort
	for _, f := range input.Fields {
		v := object[f.Name]
		if v == nil {
			continue
		}
		own := at
		switch m := b.s.Meaning(f).(type) {
		case schema.Part:
			switch m {
			case schema.EdgeProperties:
				own.Subject = Edge
			case schema.CountEdges:
				own.Edges = true
			}
		case *schema.Property:
			own.Property = m
		case schema.Aggregation:
			own.Aggregation = m
		}
		if nested, below := v.(map[string]any); below {
			keys = append(keys, b.relatedSorts(b.input(f), nested, own)...)
			continue
		}
		keys = append(keys, Sort{Related: &own, Descending: v == "DESC"})
	}
	return keys
}
