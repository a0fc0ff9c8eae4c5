package compile

import (
	"math"

	"concord/cypher"
	"concord/gql/plan"
	"concord/gql/schema"
)

// keyset is what a cursor is made of: the names of the keys and their values.
func (c *compiler) keyset(k *plan.Keyset, b bound) cypher.Expression {
	list := cypher.List{&cypher.Parameter{Hint: "sorted", Value: k.Sorted}}
	for _, key := range k.Keys {
		list = append(list, c.sortKey(key, b))
	}
	return list
}

// after holds for the rows that stand behind the values of a cursor, in the order of
// Cypher's ORDER BY: ascending, numbers stand before what is not a number, and that before
// nothing; descending, the other way.
func (c *compiler) after(k *plan.Keyset, b bound) cypher.Expression {
	var rest cypher.Expression
	for i := len(k.Keys) - 1; i >= 0; i-- {
		v := keyedValue{compiler: c, key: k.Keys[i], value: k.After[i], at: b}
		kind, _ := v.key.Scalar()
		v.parameter = &cypher.Parameter{Hint: "after", Value: stored(v.value, kind)}
		any := cypher.Or(v.behind(kind))
		if rest != nil {
			any = append(any, cypher.AllOf(v.same(), rest))
		}
		rest = any
		switch len(any) {
		case 0:
			rest = cypher.False
		case 1:
			rest = any[0]
		}
	}
	return rest
}

type keyedValue struct {
	*compiler
	key       plan.Sort
	value     any
	parameter *cypher.Parameter
	at        bound
}

func (v keyedValue) of() cypher.Expression { return v.sortKey(v.key, v.at) }

func (v keyedValue) notANumber() bool {
	f, ok := v.value.(float64)
	return ok && math.IsNaN(f)
}

// behind are the conditions of which one holds for each row whose key stands strictly behind.
func (v keyedValue) behind(kind schema.Scalar) []cypher.Expression {
	_, always := v.key.Scalar()
	switch {
	case v.key.Descending && v.value == nil:
		return []cypher.Expression{cypher.IsNotNull{Of: v.of()}}
	case v.key.Descending && v.notANumber():
		return []cypher.Expression{cypher.Comparison{Left: v.of(), Operator: cypher.Equal, Right: v.of()}}
	case v.key.Descending:
		return []cypher.Expression{cypher.Comparison{Left: v.of(), Operator: cypher.Less, Right: v.parameter}}
	case v.value == nil:
		return nil
	}
	var any []cypher.Expression
	if !v.notANumber() {
		any = append(any, cypher.Comparison{Left: v.of(), Operator: cypher.Greater, Right: v.parameter})
		if kind == schema.Float {
			any = append(any, cypher.Comparison{Left: v.of(), Operator: cypher.NotEqual, Right: v.of()})
		}
	}
	if !always {
		any = append(any, cypher.IsNull{Of: v.of()})
	}
	return any
}

// same holds for the rows with the same key.
func (v keyedValue) same() cypher.Expression {
	switch {
	case v.value == nil:
		return cypher.IsNull{Of: v.of()}
	case v.notANumber():
		return cypher.Comparison{Left: v.of(), Operator: cypher.NotEqual, Right: v.of()}
	}
	return cypher.Comparison{Left: v.of(), Operator: cypher.Equal, Right: v.parameter}
}

// unusedKey is a key for the cursor in the map of an edge that nobody asks for.
func unusedKey(keys []plan.EdgeKey) string {
	name := "cursor"
	for i := 0; i < len(keys); i++ {
		if keys[i].Key == name {
			name, i = name+"_", -1
		}
	}
	return name
}
