package store

import (
	"context"
	"maps"
	"slices"
	"strings"

	"concord/graph"
)

// judgedClaim is a claim and the documents whose corrections overrule it.
type judgedClaim struct {
	graph.Claim
	overruledBy []string
}

func (r row) judgedClaim() (judgedClaim, error) {
	c, err := r.claim()
	return judgedClaim{c, r.list("overruledBy")}, err
}

// sorted tells apart the claims that count and those that are overruled, by a correction of any
// document but one.
func sorted(claims []judgedClaim, but string) (standing, overruled []graph.Claim) {
	for _, c := range claims {
		if slices.ContainsFunc(c.overruledBy, func(d string) bool { return d != but }) {
			overruled = append(overruled, c.Claim)
		} else {
			standing = append(standing, c.Claim)
		}
	}
	return standing, overruled
}

// Overruled returns those of claims, by ID, that corrections in the graph overrule.
func (s *Store) Overruled(ctx context.Context, ids []string) (map[string]bool, error) {
	found := map[string]bool{}
	for batch := range batches(ids) {
		rows, err := s.query(ctx, overruledClaims, map[string]any{"ids": batch})
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			found[r.text("id")] = true
		}
	}
	return found, nil
}

// judge finds what corrections do: which claims the document's new corrections
// overrule, which of its new claims other documents' do, and what else must be computed anew
// because a correction came or went.
func (u *update) judge(ctx context.Context, run runner) error {
	u.overruled = map[string]bool{}
	corrected := map[string]bool{}
	for _, c := range u.new.Claims {
		if c.Verdict == graph.Reject || c.Verdict == graph.Replace {
			u.overruled[c.Corrects], corrected[c.Corrects] = true, true
		}
	}
	for _, c := range u.old.Claims {
		if c.Corrects != "" {
			corrected[c.Corrects] = true
		}
	}
	var ids []string
	for _, c := range u.claims {
		ids = append(ids, c.ID)
	}
	for batch := range batches(ids) {
		rows, err := run(ctx, overruledClaims, map[string]any{"ids": batch})
		if err != nil {
			return err
		}
		for _, r := range rows {
			if slices.ContainsFunc(r.list("documents"), func(d string) bool { return d != u.document }) {
				u.overruled[r.text("id")] = true
			}
		}
	}
	var touched []string
	for batch := range batches(slices.Sorted(maps.Keys(corrected))) {
		rows, err := run(ctx, aboutOfClaims, map[string]any{"ids": batch})
		if err != nil {
			return err
		}
		for _, r := range rows {
			touched = append(touched, r.text("about"))
		}
	}
	u.touch(touched)
	return nil
}

// touch adds what claims are about to what is computed anew.
func (u *update) touch(abouts []string) {
	for _, about := range abouts {
		if strings.Contains(about, "|") {
			u.pairs = append(u.pairs, about)
		} else {
			u.entities = append(u.entities, about)
		}
	}
	slices.Sort(u.pairs)
	slices.Sort(u.entities)
	u.pairs, u.entities = slices.Compact(u.pairs), slices.Compact(u.entities)
}

// after returns the claims that count once the update is made, and those that are
// overruled then: of those in the graph all but the document's, and its own.
func (u *update) after(claims []judgedClaim, own []graph.Claim) (standing, overruled []graph.Claim) {
	standing, overruled = sorted(slices.DeleteFunc(slices.Clone(claims), func(c judgedClaim) bool { return c.Document == u.document }), u.document)
	kept := standing[:0:0]
	for _, c := range append(standing, own...) {
		if u.overruled[c.ID] {
			overruled = append(overruled, c)
		} else {
			kept = append(kept, c)
		}
	}
	return kept, overruled
}
