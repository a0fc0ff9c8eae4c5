package graph

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func drawBundles(t *rapid.T) []Bundle {
	n := rapid.IntRange(1, 4).Draw(t, "documents")
	var bundles []Bundle
	for i := range n {
		bundles = append(bundles, drawBundle(t, i))
	}
	return bundles
}

func TestGeneratedBundlesAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		if err := drawBundle(t, 0).Check(); err != nil {
			t.Fatal(err)
		}
	})
}

func TestViewDependsOnNoOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bundles := drawBundles(t)
		want := NewView(bundles...)
		shuffled := rapid.Permutation(bundles).Draw(t, "order")
		for i := range shuffled {
			shuffled[i].Claims = rapid.Permutation(shuffled[i].Claims).Draw(t, "claims")
			shuffled[i].Entities = rapid.Permutation(shuffled[i].Entities).Draw(t, "entities")
		}
		if got := NewView(shuffled...); !reflect.DeepEqual(got, want) {
			t.Fatalf("another order gives\n%+v\ninstead of\n%+v", got, want)
		}
	})
}

// An edge exists for what a claim supports and for nothing else, and says what its
// claims say.
func TestViewIsSupported(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bundles := drawBundles(t)
		claims := map[string]Claim{}
		for _, b := range bundles {
			for _, c := range b.Claims {
				claims[c.ID] = c
			}
		}
		v := NewView(bundles...)
		upheld := map[string]bool{}
		for _, e := range v.Edges {
			ids := e.Properties["claims"].([]string)
			if len(ids) == 0 || !slices.IsSorted(ids) {
				t.Fatalf("%s has the claims %v", e.ID, ids)
			}
			for _, id := range ids {
				c := claims[id]
				if !c.Supports() || c.Subject != e.From || c.Object != e.To {
					t.Fatalf("%s is supported by %+v", e.ID, c)
				}
				upheld[id] = upheld[id] || c.Relation == e.Type
			}
			for _, violation := range verifyEdge(e) {
				t.Fatal(violation)
			}
		}
		for id, c := range claims {
			if c.Relation != "" && c.Supports() && !upheld[id] {
				t.Fatalf("%+v supports no edge", c)
			}
		}
		if found := append(VerifyNodes(v.Nodes, v.Nodes), VerifyEdges(v.Edges, v.Edges)...); found != nil {
			t.Fatal(found)
		}
	})
}

// claimOf is an affirmed, actual, stated claim; what tells claims apart goes in quote.
func claimOf(document, quote, subject string, relation RelationType, object string, properties map[string]any) Claim {
	c := Claim{
		Subject: subject, Relation: relation, Object: object, Properties: properties, Document: document, Passage: document + "#s1",
		Quote: quote, End: len(quote), Basis: Stated, Polarity: Affirmed, Modality: Actual, Confidence: 0.9,
	}
	c.ID = c.ComputeID()
	return c
}

func says(document, subject, property string, value any) Claim {
	c := claimOf(document, property, subject, "", "", nil)
	c.Property, c.Value = property, value
	c.ID = c.ComputeID()
	return c
}

func TestMergeEdges(t *testing.T) {
	type props = map[string]any
	chn, sco, ex := "country:CHN", "organization:sco", "exercise:peace-2007"
	planned := claimOf("doc:c", "will", chn, ParticipatedIn, ex, nil)
	planned.Modality = Planned
	negated := claimOf("doc:c", "did not", chn, ParticipatedIn, ex, nil)
	negated.Polarity = Negated
	for _, c := range []struct {
		name   string
		claims []Claim
		want   map[string]props // by edge ID; only these properties are compared, nil means absent
	}{
		{"planned and negated claims make no edge", []Claim{planned, negated}, map[string]props{}},
		{
			"the host took part, and hosted",
			[]Claim{claimOf("doc:a", "hosted", chn, ParticipatedIn, ex, props{"role": "host"}), claimOf("doc:b", "joined", chn, ParticipatedIn, ex, props{"role": "participant"})},
			map[string]props{
				chn + "|PARTICIPATED_IN|" + ex: {"role": "host", "disputed": nil},
				chn + "|HOSTED|" + ex:          {"role": "host", "quote": "hosted"},
			},
		},
		{
			"documents that disagree",
			[]Claim{claimOf("doc:a", "x", chn, ParticipatedIn, ex, props{"role": "observer"}), claimOf("doc:b", "y", chn, ParticipatedIn, ex, props{"role": "participant"})},
			map[string]props{chn + "|PARTICIPATED_IN|" + ex: {"disputed": true}},
		},
		{
			"forces are united",
			[]Claim{claimOf("doc:a", "x", chn, ParticipatedIn, ex, props{"forces": []string{"navy"}}), claimOf("doc:b", "y", chn, ParticipatedIn, ex, props{"forces": []string{"army", "navy"}})},
			map[string]props{chn + "|PARTICIPATED_IN|" + ex: {"forces": []string{"army", "navy"}, "disputed": nil}},
		},
		{
			"a membership without years is the one with them",
			[]Claim{
				claimOf("doc:a", "a member", chn, MemberOf, sco, nil),
				claimOf("doc:b", "since", chn, MemberOf, sco, props{"status": "full", "since": "2001"}),
				claimOf("doc:c", "since June", chn, MemberOf, sco, props{"status": "full", "since": "2001-06"}),
			},
			map[string]props{chn + "|MEMBER_OF|" + sco + "|full|2001-06": {
				"validFrom": Day{2001, 6, 1}, "validTo": LastDay, "since": "2001-06", "disputed": nil, "quote": "since",
			}},
		},
		{
			"an open membership",
			[]Claim{claimOf("doc:a", "a member", chn, MemberOf, sco, props{"until": "2005"})},
			map[string]props{chn + "|MEMBER_OF|" + sco + "||": {"validFrom": FirstDay, "validTo": Day{2005, 12, 31}}},
		},
		{
			"a membership that ends before it begins",
			[]Claim{claimOf("doc:a", "x", chn, MemberOf, sco, props{"since": "2008", "until": "2007"})},
			map[string]props{chn + "|MEMBER_OF|" + sco + "||2008": {"validFrom": Day{2008, 1, 1}, "validTo": LastDay, "until": "2007", "disputed": true}},
		},
		{
			"one contribution for each role and date",
			[]Claim{
				claimOf("doc:a", "x", chn, ContributedTo, "mission:unmil", props{"role": "medical", "personnel": int64(43)}),
				claimOf("doc:a", "yy", chn, ContributedTo, "mission:unmil", props{"role": "medical", "asOf": "2008-11", "personnel": int64(43)}),
				claimOf("doc:a", "zzz", chn, ContributedTo, "mission:unmil", props{"personnel": int64(558)}),
			},
			map[string]props{
				chn + "|CONTRIBUTED_TO|mission:unmil|medical|":        {"personnel": int64(43)},
				chn + "|CONTRIBUTED_TO|mission:unmil|medical|2008-11": {"personnel": int64(43)},
				chn + "|CONTRIBUTED_TO|mission:unmil||":               {"personnel": int64(558)},
			},
		},
		{
			"a signature's date",
			[]Claim{
				claimOf("doc:a", "x", chn, Signed, "treaty:t", props{"action": "signed", "date": "2007"}),
				claimOf("doc:b", "y", chn, Signed, "treaty:t", props{"action": "signed", "date": "2007-08", "dateText": "August 2007"}),
			},
			map[string]props{chn + "|SIGNED|treaty:t|signed": {
				"date": "2007-08", "earliest": Day{2007, 8, 1}, "latest": Day{2007, 8, 31}, "datePrecision": "month", "dateText": "August 2007", "disputed": nil,
			}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			byEnds := map[string][]Claim{}
			for _, claim := range c.claims {
				byEnds[claim.About()] = append(byEnds[claim.About()], claim)
			}
			var edges []Edge
			for _, claims := range byEnds {
				edges = append(edges, MergeEdges(claims)...)
			}
			if len(edges) != len(c.want) {
				t.Errorf("%d edges, want %d", len(edges), len(c.want))
			}
			for _, e := range edges {
				want, ok := c.want[e.ID]
				if !ok {
					t.Errorf("unexpected edge %s", e.ID)
				}
				compareProperties(t, e.Properties, want)
			}
		})
	}
}

func compareProperties(t *testing.T, got, want map[string]any) {
	t.Helper()
	for name, w := range want {
		if !reflect.DeepEqual(got[name], w) {
			t.Errorf("%s is %#v, want %#v", name, got[name], w)
		}
	}
}

func TestMergeNode(t *testing.T) {
	type props = map[string]any
	id := "exercise:peace-2007"
	describe := func(document, name string, p props) Description {
		return Description{document, Entity{ID: id, Label: Exercise, Name: name, Properties: p}}
	}
	planned := says("doc:a", id, "date", "2009")
	planned.Modality = Planned
	for _, c := range []struct {
		name         string
		descriptions []Description
		claims       []Claim
		wantName     string
		aliases      []string
		want         props
	}{
		{
			"the name most documents use",
			[]Description{describe("doc:a", "PEACE-07", nil), describe("doc:b", "Peace-2007", nil), describe("doc:c", "Peace-2007", nil)},
			nil,
			"Peace-2007",
			[]string{"PEACE-07"},
			nil,
		},
		{
			"what a claim says wins over what a description says",
			[]Description{describe("doc:a", "P", props{"kind": "training", "date": "2006"})},
			[]Claim{says("doc:a", id, "date", "2007-03"), planned},
			"P",
			[]string{},
			props{"kind": "training", "date": "2007-03", "earliest": Day{2007, 3, 1}, "latest": Day{2007, 3, 31}, "datePrecision": "month", "dateText": nil},
		},
		{
			"the more exact date wins and is no dispute",
			[]Description{describe("doc:a", "P", nil)},
			[]Claim{says("doc:a", id, "date", "2007"), says("doc:b", id, "date", "2007-03-04/2007-03-13"), says("doc:c", id, "date", "2007-03")},
			"P",
			[]string{},
			props{"date": "2007-03-04/2007-03-13", "datePrecision": "interval", "disputed": nil, "claims": nil},
		},
		{
			"dates that differ are a dispute",
			[]Description{describe("doc:a", "P", nil)},
			[]Claim{says("doc:a", id, "date", "2007-03"), says("doc:b", id, "date", "2008-03"), says("doc:c", id, "date", "2008-03")},
			"P",
			[]string{},
			props{"date": "2008-03", "disputed": true, "claims": claimIDs([]Claim{
				says("doc:a", id, "date", "2007-03"), says("doc:b", id, "date", "2008-03"), says("doc:c", id, "date", "2008-03"),
			})},
		},
		{
			"a treaty's status goes on, and is no dispute",
			[]Description{describe("doc:a", "P", nil)},
			[]Claim{says("doc:a", id, "status", "signed"), says("doc:b", id, "status", "drafted")},
			"P",
			[]string{},
			props{"status": "signed", "disputed": nil},
		},
		{
			"a claimed name",
			[]Description{describe("doc:a", "P", nil)},
			[]Claim{says("doc:a", id, "name", "Peace")},
			"Peace",
			[]string{"P"},
			props{"name": nil},
		},
		{
			"derived properties come from no document",
			[]Description{describe("doc:a", "P", props{"earliest": "1999-01-01", "disputed": true})},
			[]Claim{says("doc:a", id, "latest", "x")},
			"P",
			[]string{},
			props{"earliest": nil, "latest": nil, "disputed": nil},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := MergeNode(c.descriptions, c.claims, nil)
			if n.Name != c.wantName || !slices.Equal(n.Aliases, c.aliases) {
				t.Errorf("is named %q, %q; want %q, %q", n.Name, n.Aliases, c.wantName, c.aliases)
			}
			compareProperties(t, n.Properties, c.want)
		})
	}
}

func TestVerify(t *testing.T) {
	member := MergeEdges([]Claim{claimOf("doc:a", "x", "country:CHN", MemberOf, "organization:sco", nil)})[0]
	undated := Edge{ID: member.ID, Type: MemberOf, From: member.From, To: member.To, Properties: map[string]any{}}
	wrong := Edge{ID: "w", Type: Signed, From: "treaty:t", To: "country:CHN"}
	node := Node{ID: "topic:a", Label: Topic, Name: "A"}
	renamed := Node{ID: "topic:a", Label: Topic, Name: "B"}
	for _, c := range []struct {
		got  []Violation
		want []Invariant
	}{
		{VerifyEdges([]Edge{member}, []Edge{member}), nil},
		{VerifyEdges([]Edge{member}, nil), []Invariant{EdgeHasClaims}},
		{VerifyEdges(nil, []Edge{member}), []Invariant{ClaimHasEdge}},
		{VerifyEdges([]Edge{member, member}, []Edge{member}), []Invariant{IDsUnique}},
		{VerifyEdges([]Edge{undated}, []Edge{member}), []Invariant{ViewIsOfClaims, MembershipDated}},
		{VerifyEdges([]Edge{wrong}, []Edge{wrong}), []Invariant{EndpointsAllowed}},
		{VerifyNodes([]Node{node}, nil), []Invariant{EntityIsDescribed}},
		{VerifyNodes(nil, []Node{node}), []Invariant{EntityIsDescribed}},
		{VerifyNodes([]Node{renamed}, []Node{node}), []Invariant{ViewIsOfClaims}},
		{VerifyNodes([]Node{node, node}, []Node{node}), []Invariant{IDsUnique}},
	} {
		var got []Invariant
		for _, v := range c.got {
			got = append(got, v.Invariant)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
}
