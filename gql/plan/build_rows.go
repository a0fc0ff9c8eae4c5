package plan

import (
	"concord/gql/schema"
)

// listRows plans the rows of a list field: its arguments where, sort, limit and offset.
func (b *builder) listRows(f *Field, source Source, max schema.Limit) *Rows {
	r := &Rows{From: source}
	r.Where = b.whereArgument(f, source)
	r.Sort = b.sortArgument(f)
	r.Skip = b.count(f, schema.ArgOffset)
	r.Limit = b.limit(f, schema.ArgLimit, max)
	b.start(r)
	return r
}

func (b *builder) whereArgument(f *Field, source Source) Filter {
	value, ok := f.Arguments[schema.ArgWhere].(map[string]any)
	if !ok {
		return nil
	}
	input := b.s.API.Types[f.Definition.Arguments.ForName(schema.ArgWhere).Type.Name()]
	return b.nodeWhere(input, value, scope{members: source.Members, hops: source.Hops, path: schema.ArgWhere})
}

// count is an argument that counts rows, 0 if it is not given.
func (b *builder) count(f *Field, name string) int64 {
	n, _ := f.Arguments[name].(int64)
	if n < 0 {
		b.fail("%s is %d, but cannot be negative; give 0 or more", name, n)
		return 0
	}
	return n
}

// limit is how many rows a field may have: what is asked, or @limit's default, and never
// more than @limit's max. nil means no limit but the budget.
func (b *builder) limit(f *Field, name string, limits schema.Limit) *int64 {
	n, given := f.Arguments[name].(int64)
	switch {
	case given && n < 0:
		b.fail("%s is %d, but cannot be negative; give 0 or more", name, n)
	case !given && limits.Default > 0:
		n, given = int64(limits.Default), true
	}
	if limits.Max > 0 && (!given || n > int64(limits.Max)) {
		n, given = int64(limits.Max), true
	}
	if !given {
		return nil
	}
	return &n
}

func (b *builder) sortArgument(f *Field) []Sort {
	var keys []Sort
	items, _ := f.Arguments[schema.ArgSort].([]any)
	for _, item := range items {
		if object, ok := item.(map[string]any); ok {
			keys = append(keys, b.sortKeys(f.Definition.Arguments.ForName(schema.ArgSort).Type.Name(), object, Node)...)
		}
	}
	return keys
}

// sortKeys are the keys of one sort object, in the order of the schema: an object has no
// order of its own.
func (b *builder) sortKeys(inputName string, object map[string]any, subject Subject) []Sort {
	var keys []Sort
	for _, f := range b.s.API.Types[inputName].Fields {
		v := object[f.Name]
		if v == nil {
			continue
		}
		key := Sort{Subject: subject, Descending: v == "DESC"}
		switch m := b.s.Meaning(f).(type) {
		case *schema.Property:
			key.Property = m
		case *schema.Cypher:
			key.Cypher = m
		case schema.Part:
			if m == schema.Score {
				key.Score = true
				break
			}
			below := Node
			if m == schema.EdgeProperties {
				below = Edge
			}
			nested, _ := v.(map[string]any)
			keys = append(keys, b.sortKeys(f.Type.Name(), nested, below)...)
			continue
		case *schema.Edge:
			nested, _ := v.(map[string]any)
			keys = append(keys, b.sortKeys(f.Type.Name(), nested, Edge)...)
			continue
		}
		keys = append(keys, key)
	}
	return keys
}
