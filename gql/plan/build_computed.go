package plan

import (
	"concord/gql/schema"
)

// computed plans a field with @cypher.
func (b *builder) computed(f *Field, m *schema.Cypher, this Subject) *Computed {
	c := &Computed{Cypher: m, Subject: this, Arguments: map[string]any{}}
	for _, a := range m.Arguments {
		c.Arguments[a.Name] = f.Arguments[a.Name]
	}
	c.Result = b.shape(f.Select)
	return c
}

// shape plans what is asked of a result: nothing of a scalar, fields of a node or of a row.
func (b *builder) shape(sel *Selection) ResultShape {
	switch {
	case sel == nil:
		return ResultShape{}
	case b.node(sel.On[0].Type) != nil:
		return ResultShape{Object: b.object(sel)}
	}
	shape := ResultShape{Columns: []ColumnKey{}}
	for _, f := range sel.On[0].Fields {
		b.at(f, func() {
			if m, ok := b.s.Meaning(f.Definition).(*schema.RowField); ok {
				shape.Columns = append(shape.Columns, ColumnKey{f.Key, m, b.shape(f.Select)})
			}
		})
	}
	return shape
}
