package server_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"concord/cypher"
	"concord/gql/guard"
	"concord/gql/server"
)

// largest are documents that the guard lets through, as large as it does, each made to
// cost one of the later stages as much as it can.
func largest() map[string]string {
	many := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.ReplaceAll(format, "#", fmt.Sprint(i)))
		}
		return b.String()
	}
	nested := func(n int, open string) string {
		return strings.Repeat(open, n) + "{name}" + strings.Repeat("}", n)
	}
	return map[string]string{
		"deep":                             "{countries" + nested(8, "{exercises{participants") + strings.Repeat("}", 9),
		"deep through connections":         "{countries" + nested(2, "{exercisesConnection{edges{node{participantsConnection{edges{node") + strings.Repeat("}", 11),
		"wide on an interface":             "{parties{" + strings.Repeat("id name aliases iso3 ", 32) + "}}",
		"all types of an interface, deep":  "{passages{" + strings.Repeat("mentions{...on Country{evidence{subject{...on Exercise{evidence{object{id}}}}}}}", 9) + "}}",
		"thirty aliases":                   "{countries{" + many(30, "a#:exercises(limit:#){name}") + "}}",
		"one alias, conflicting arguments": "{countries{" + many(30, "a:exercises(limit:#){name}") + "}}",
		"one key again and again":          "{countries{" + strings.Repeat("exercises{"+strings.Repeat("name ", 1)+"id date} ", 30) + "}}",
		"unknown fields":                   "{countries{" + many(900, "abcdefghijklmnop# ") + "}}",
		"unknown arguments":                "{countries(" + many(600, "a#:1 ") + "){name}}",
		"unknown input fields":             "{countries(where:{" + many(600, "a#:1 ") + "}){name}}",
		"a long list of filters":           "{countries(where:{OR:[" + many(200, `{name:{eq:"x#"}}`) + "]}){name}}",
		"filters within filters":           "{countries(where:" + strings.Repeat("{exercises:{some:{participants:{some:", 4) + `{name:{eq:"x"}}` + strings.Repeat("}}}}", 4) + "){name}}",
		"NOT within NOT":                   "{countries(where:" + strings.Repeat("{NOT:", 16) + `{name:{eq:"x"}}` + strings.Repeat("}", 16) + "){name}}",
		"fragments in fragments":           "{parties{...F0}}" + fragments(),
		"introspection twice":              strings.Replace(introspectionQuery(), "__schema {", "__type(name:\"Country\"){...FullType} __schema {", 1),
		"types of types":                   "{__schema{types{fields{type{fields{name args{name type{name}}}}} inputFields{type{inputFields{name}}}}}}",
	}
}

func introspectionQuery() string {
	text, err := os.ReadFile("../guard/testdata/introspection.graphql")
	if err != nil {
		panic(err)
	}
	return string(text)
}

// fragments nests eight levels on an interface, twice at each level.
func fragments() string {
	var b strings.Builder
	for i := range 7 {
		fmt.Fprintf(&b, "fragment F%d on Party{exercises{participants{...F%d}} meetings{attendees{...F%d}}}", i, i+1, i+1)
	}
	b.WriteString("fragment F7 on Party{name}")
	return b.String()
}

// TestAtTheLimits runs what the guard lets through to the end: bounded, whatever it is.
func TestAtTheLimits(t *testing.T) {
	statement := 0
	s := newServer(t, func(_ context.Context, st cypher.Statement) (map[string]any, error) {
		statement = len(st.Text)
		return row{}, nil
	}, nil)
	for name, text := range largest() {
		if refused := guard.Default().Check(text); len(refused) > 0 {
			t.Errorf("%s: the guard refuses it: %v", name, refused)
			continue
		}
		statement = 0
		start := time.Now()
		w := post(s, text)
		t.Logf("%s: %s, %d bytes of Cypher, answer %.150s", name, time.Since(start), statement, w.Body)
		if w.Code != 200 {
			t.Errorf("%s: got %d %.300s", name, w.Code, w.Body)
		}
		if most := server.DefaultLimits().Statement; statement > most {
			t.Errorf("%s: the statement has %d bytes, %d are allowed", name, statement, most)
		}
	}
}

// BenchmarkAtTheLimits shows how long the worst of what is let through holds a core.
func BenchmarkAtTheLimits(b *testing.B) {
	s := newServer(b, answering(row{}), nil)
	for name, text := range largest() {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				post(s, text)
			}
		})
	}
}
