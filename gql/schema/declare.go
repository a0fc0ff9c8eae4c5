package schema

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// builtin says whether the scalar is always there.
func (s Scalar) builtin() bool {
	switch s {
	case ID, String, Int, Float, Boolean, BigInt, Date, Time, LocalTime, DateTime, LocalDateTime, Duration, Point, CartesianPoint:
		return true
	default:
		return false
	}
}

// declare makes an object of the model for each type, so that fields can refer to it.
func (l *loader) declare() {
	s := l.schema
	for _, t := range l.order {
		def := t.def
		switch t.kind {
		case nodeKind:
			n := &Node{
				Name: def.Name, Description: def.Description, Position: def.Position, Labels: t.labels,
				Limit: t.limit, Query: l.accessOf(t), properties: map[string]*Property{},
				relationships: map[string]*Relationship{}, cyphers: map[string]*Cypher{},
			}
			if len(n.Labels) == 0 {
				n.Labels = []string{def.Name}
			}
			n.members = []*Node{n}
			n.Singular, n.Plural = l.rootNames(t)
			s.Nodes = append(s.Nodes, n)
			l.targets[def.Name] = n
		case interfaceKind:
			i := &Interface{Name: def.Name, Description: def.Description, Position: def.Position, Limit: t.limit, Query: l.accessOf(t)}
			i.Singular, i.Plural = l.rootNames(t)
			s.Interfaces = append(s.Interfaces, i)
			l.targets[def.Name] = i
		case unionKind:
			u := &Union{Name: def.Name, Description: def.Description, Position: def.Position, Query: l.accessOf(t)}
			u.Singular, u.Plural = l.rootNames(t)
			s.Unions = append(s.Unions, u)
			l.targets[def.Name] = u
		case edgeKind:
			e := &Edge{Name: def.Name, Description: def.Description, Position: def.Position}
			s.Edges = append(s.Edges, e)
			l.edges[def.Name] = e
		case rowKind:
			r := &Row{Name: def.Name, Description: def.Description, Position: def.Position}
			s.Rows = append(s.Rows, r)
			l.rows[def.Name] = r
		case enumKind:
			e := &Enum{Name: def.Name, Description: def.Description, Position: def.Position}
			for _, v := range def.EnumValues {
				e.Values = append(e.Values, v.Name)
			}
			s.Enums = append(s.Enums, e)
			l.enums[def.Name] = e
		}
	}
	for _, t := range l.order {
		l.members(t)
	}
}

func (l *loader) accessOf(t *typeDraft) Access {
	if t.access != nil {
		return *t.access
	}
	return l.access
}

func (l *loader) rootNames(t *typeDraft) (singular, plural string) {
	if t.plural != "" {
		return l.names.singular(t.def.Name), l.names.singular(t.plural)
	}
	return l.names.singular(t.def.Name), l.names.plural(t.def.Name)
}

// members says which nodes implement an interface, and which a union holds.
func (l *loader) members(t *typeDraft) {
	switch t.kind {
	case unionKind:
		u := l.targets[t.def.Name].(*Union)
		for _, name := range t.def.Types {
			if n, ok := l.targets[name].(*Node); ok {
				u.members = append(u.members, n)
				continue
			}
			l.wrong(t.def.Position, "name only types with @node", "union %s has the member %s, which is no node", t.def.Name, name)
		}
		if len(t.def.Types) == 0 {
			l.wrong(t.def.Position, "name its members, or remove it", "union %s has no members", t.def.Name)
		}
		return
	case nodeKind, interfaceKind:
	default:
		if len(t.def.Interfaces) > 0 {
			l.wrong(t.def.Position, "add @node, or remove `implements`", "%s implements an interface and is no node", t.def.Name)
		}
		return
	}
	for _, name := range t.def.Interfaces {
		i, ok := l.targets[name].(*Interface)
		if !ok {
			l.wrong(t.def.Position, "declare it, or correct the name", "%s implements %s, which is no interface", t.def.Name, name)
			continue
		}
		switch impl := l.targets[t.def.Name].(type) {
		case *Node:
			impl.Interfaces = append(impl.Interfaces, i)
			i.members = append(i.members, impl)
		case *Interface:
			if impl == i {
				l.wrong(t.def.Position, "remove it from `implements`", "interface %s implements itself", t.def.Name)
				continue
			}
			impl.Interfaces = append(impl.Interfaces, i)
		}
		for _, above := range l.drafts[name].def.Interfaces {
			if !slices.Contains(t.def.Interfaces, above) {
				l.wrong(t.def.Position, "write `implements "+above+"` too", "%s implements %s but not %s, which %s implements", t.def.Name, name, above, name)
			}
		}
	}
}

// typeOf is the type of a property, if it is one that a property can have.
func (l *loader) typeOf(t *ast.Type) (Type, bool) {
	result := Type{NonNull: t.NonNull, Name: t.Name()}
	if t.Elem != nil {
		if t.Elem.Elem != nil {
			return result, false
		}
		result.List, result.ItemNonNull = true, t.Elem.NonNull
	}
	switch name := result.Name; {
	case Scalar(name).builtin():
		result.Scalar = Scalar(name)
	case l.enums[name] != nil:
		result.Scalar, result.Enum = EnumScalar, l.enums[name]
	case l.drafts[name] != nil && l.drafts[name].kind == scalarKind:
		result.Scalar = CustomScalar
	default:
		return result, false
	}
	return result, true
}

// resultOf is what a statement, a column or a key of a map holds.
func (l *loader) resultOf(t *ast.Type) (Result, bool) {
	if scalar, ok := l.typeOf(t); ok {
		return Result{Scalar: &scalar, List: scalar.List, NonNull: scalar.NonNull, ItemNonNull: scalar.ItemNonNull}, true
	}
	r := Result{NonNull: t.NonNull}
	if t.Elem != nil {
		if t.Elem.Elem != nil {
			return r, false
		}
		r.List, r.ItemNonNull = true, t.Elem.NonNull
	}
	r.Target, r.Row = l.targets[t.Name()], l.rows[t.Name()]
	return r, r.Target != nil || r.Row != nil
}
