package yardstick_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// The size of the graph.
const (
	countryCount      = 200
	organizationCount = 100
	treatyCount       = 5_000
	exerciseCount     = 20_000
	placeCount        = 500
)

// load is rows and the statement that writes one of them.
type load struct {
	statement string
	rows      []any
}

// generated is a graph of about 100,000 relationships, the same on every run. The first
// organization has ten members, the first ten countries; one exercise in fifty is its own.
func generated() []load {
	g := &generator{random: rand.New(rand.NewPCG(20, 26))}
	g.nodes()
	g.memberships()
	g.treaties()
	g.exercises()
	return g.loads
}

type generator struct {
	random  *rand.Rand
	loads   []load
	members [][]int // the countries of each organization
}

func (g *generator) add(statement string, rows []any) {
	g.loads = append(g.loads, load{statement, rows})
}

func iso3(i int) string         { return fmt.Sprintf("%c%02d", 'C'+i/100, i%100) }
func acronym(i int) string      { return fmt.Sprintf("O%02d", i) }
func placeName(i int) string    { return fmt.Sprintf("Place %03d", i) }
func treatyName(i int) string   { return fmt.Sprintf("Treaty %04d", i) }
func exerciseName(i int) string { return fmt.Sprintf("Exercise %05d", (i*7919)%exerciseCount) }

func rows(n int, row func(i int) map[string]any) []any {
	all := make([]any, n)
	for i := range all {
		all[i] = row(i)
	}
	return all
}

var focuses = []string{"air defence", "counter-terrorism", "cyber", "humanitarian", "logistics", "maritime", "peacekeeping", "search and rescue"}

func (g *generator) nodes() {
	g.add("CREATE (n:Country) SET n = r", rows(countryCount, func(i int) map[string]any {
		return map[string]any{"iso3": iso3(i), "name": "Country " + iso3(i)}
	}))
	g.add("CREATE (n:Organization) SET n = r", rows(organizationCount, func(i int) map[string]any {
		return map[string]any{"acronym": acronym(i), "name": "Organization " + acronym(i)}
	}))
	g.add("CREATE (n:Place) SET n = r", rows(placeCount, func(i int) map[string]any {
		return map[string]any{"name": placeName(i)}
	}))
	g.add("CREATE (n:Treaty {name: r.name, signedOn: date({year: 1950}) + duration({days: r.day})})", rows(treatyCount, func(i int) map[string]any {
		return map[string]any{"name": treatyName(i), "day": g.random.IntN(27_000)}
	}))
	g.add("CREATE (n:Exercise) SET n = r", rows(exerciseCount, func(i int) map[string]any {
		row := map[string]any{"name": exerciseName(i), "year": 1990 + g.random.IntN(36)}
		if i%100 != 0 {
			row["focus"] = focuses[g.random.IntN(len(focuses))]
		}
		return row
	}))
}

// some are k different ones of the given.
func (g *generator) some(of []int, k int) []int {
	taken := slices.Clone(of)
	g.random.Shuffle(len(taken), func(i, j int) { taken[i], taken[j] = taken[j], taken[i] })
	return taken[:min(k, len(taken))]
}

func everyone() []int {
	all := make([]int, countryCount)
	for i := range all {
		all[i] = i
	}
	return all
}

func (g *generator) memberships() {
	var all []any
	for o := range organizationCount {
		members := everyone()[:10]
		if o > 0 {
			members = g.some(everyone(), 6+g.random.IntN(30))
		}
		g.members = append(g.members, members)
		for _, c := range members {
			all = append(all, map[string]any{"from": iso3(c), "to": acronym(o), "since": 1945 + g.random.IntN(78)})
		}
	}
	g.add("MATCH (a:Country {iso3: r.from}), (b:Organization {acronym: r.to}) CREATE (a)-[:MEMBER_OF {since: r.since}]->(b)", all)
}

func (g *generator) treaties() {
	var all []any
	for t := range treatyCount {
		for _, c := range g.some(everyone(), 2+g.random.IntN(4)) {
			all = append(all, map[string]any{"from": iso3(c), "to": treatyName(t), "ratified": g.random.IntN(5) > 0})
		}
	}
	g.add("MATCH (a:Country {iso3: r.from}), (b:Treaty {name: r.to}) CREATE (a)-[:SIGNED {ratified: r.ratified}]->(b)", all)
}

func (g *generator) exercises() {
	var joined, under, in []any
	for e := range exerciseCount {
		name := exerciseName(e)
		pool, most := everyone(), 3
		switch {
		case e%50 == 0:
			pool, most = g.members[0], 8
			under = append(under, map[string]any{"from": name, "to": acronym(0)})
		case e%10 != 9:
			o := g.random.IntN(organizationCount)
			pool = g.members[o]
			under = append(under, map[string]any{"from": name, "to": acronym(o)})
		}
		for i, c := range g.some(pool, 1+g.random.IntN(most)) {
			role := "participant"
			if i == 0 {
				role = "host"
			}
			joined = append(joined, map[string]any{"from": iso3(c), "to": name, "role": role})
		}
		in = append(in, map[string]any{"from": name, "to": placeName(g.random.IntN(placeCount))})
	}
	g.add("MATCH (a:Country {iso3: r.from}), (b:Exercise {name: r.to}) CREATE (a)-[:PARTICIPATED_IN {role: r.role}]->(b)", joined)
	g.add("MATCH (a:Exercise {name: r.from}), (b:Organization {acronym: r.to}) CREATE (a)-[:HELD_UNDER]->(b)", under)
	g.add("MATCH (a:Exercise {name: r.from}), (b:Place {name: r.to}) CREATE (a)-[:HELD_IN]->(b)", in)
}

var indexes = []string{
	"CREATE CONSTRAINT country_iso3 IF NOT EXISTS FOR (n:Country) REQUIRE n.iso3 IS UNIQUE",
	"CREATE CONSTRAINT organization_acronym IF NOT EXISTS FOR (n:Organization) REQUIRE n.acronym IS UNIQUE",
	"CREATE CONSTRAINT treaty_name IF NOT EXISTS FOR (n:Treaty) REQUIRE n.name IS UNIQUE",
	"CREATE CONSTRAINT exercise_name IF NOT EXISTS FOR (n:Exercise) REQUIRE n.name IS UNIQUE",
	"CREATE CONSTRAINT place_name IF NOT EXISTS FOR (n:Place) REQUIRE n.name IS UNIQUE",
	"CREATE INDEX exercise_year IF NOT EXISTS FOR (n:Exercise) ON (n.year)",
	"CREATE INDEX treaty_signed IF NOT EXISTS FOR (n:Treaty) ON (n.signedOn)",
}

// batch is how many rows one transaction writes.
const batch = 5_000

// write puts the graph into an empty database.
func write(ctx context.Context, driver neo4j.DriverWithContext, loads []load) error {
	run := func(statement string, params map[string]any) error {
		session := driver.NewSession(ctx, neo4j.SessionConfig{})
		defer session.Close(ctx)
		result, err := session.Run(ctx, statement, params)
		if err != nil {
			return err
		}
		_, err = result.Consume(ctx)
		return err
	}
	for _, statement := range indexes {
		if err := run(statement, nil); err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	for _, l := range loads {
		for part := range slices.Chunk(l.rows, batch) {
			if err := run("UNWIND $rows AS r "+l.statement, map[string]any{"rows": part}); err != nil {
				return fmt.Errorf("%s: %w", l.statement, err)
			}
		}
	}
	return run("CALL db.awaitIndexes(300)", nil)
}
