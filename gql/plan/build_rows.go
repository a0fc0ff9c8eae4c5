package plan

import (
	"concord/gql/schema"
)

// listRows plans the rows of a list field: its arguments where, sort, limit and offset.
func (b *builder) listRows(f *Field, source Source, max schema.Limit) *Rows {
	r := &Rows{From: source}
	r.Where = b.whereArgument(f, source)
	r.Sort = b.sortArgument(f, source)
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
	return b.byKind(source.Hops, ofRow, func([]Hop) Filter {
		return b.nodeWhere(input, value, scope{members: source.Members, path: schema.ArgWhere})
	})
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
