// Package reference holds what is known beside the documents: which countries belonged
// to which organizations, and from when until when.
//
// It owns those facts and tells them as a document of their own, of basis reference. It
// does not know names (see gazetteer), nor what follows from its facts for what other documents say (see infer).
package reference

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

//go:embed data/members.tsv
var members string

const file = "data/members.tsv"

// Membership says that Country belonged to Organization (both ids) with Status from
// Since until Until; a zero Until means to this day.
type Membership struct {
	Country, Organization string
	Status                string // full, associate, observer, dialogue_partner or participant
	Since, Until          graph.Date
}

// Throughout reports whether the membership is known to have lasted through all days that d
// allows: where it began in a month or a year, from that one's last day on.
func (m Membership) Throughout(d graph.Date) bool {
	if d.IsZero() || m.Since.Latest().Compare(d.Earliest()) > 0 {
		return false
	}
	return m.Until.IsZero() || m.Until.Earliest().Compare(d.Latest()) >= 0
}

// statuses are the statuses and how sentences say them.
var statuses = map[string]string{
	"full": "a full member", "associate": "an associate member", "observer": "an observer",
	"dialogue_partner": "a dialogue partner", "participant": "a participant",
}

// Memberships returns all memberships, in the order of the data file. Its errors name the
// line, all of them.
func Memberships(g *gazetteer.Gazetteer) ([]Membership, error) { return parse(members, g) }

func parse(data string, g *gazetteer.Gazetteer) ([]Membership, error) {
	var all []Membership
	var problems []error
	header := true
	for i, line := range strings.Split(data, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if header {
			header = false
			continue
		}
		found, err := parseLine(line, g)
		if err != nil {
			problems = append(problems, fmt.Errorf("%s:%d: %w", file, i+1, err))
		}
		all = append(all, found...)
	}
	problems = append(problems, overlaps(all)...)
	return all, errors.Join(problems...)
}

// parseLine reads organization, status, since, until and members, parted by tabs.
func parseLine(line string, g *gazetteer.Gazetteer) ([]Membership, error) {
	cells := strings.Split(line, "\t")
	if len(cells) != 5 {
		return nil, fmt.Errorf("%d cells: write organization, status, since, until and members with tabs between", len(cells))
	}
	m := Membership{Organization: "organization:" + cells[0], Status: cells[1]}
	if _, ok := g.Entity(m.Organization); !ok {
		return nil, fmt.Errorf("%s is not in the gazetteer: add it there", m.Organization)
	}
	if statuses[m.Status] == "" {
		return nil, fmt.Errorf("%q is no status: write full, associate, observer, dialogue_partner or participant", m.Status)
	}
	var err error
	if m.Since, err = graph.ParseDate(cells[2]); err != nil {
		return nil, fmt.Errorf("since: %w", err)
	}
	if cells[3] != "" {
		if m.Until, err = graph.ParseDate(cells[3]); err != nil {
			return nil, fmt.Errorf("until: %w", err)
		}
	}
	var all []Membership
	for _, code := range strings.Fields(cells[4]) {
		m.Country = "country:" + code
		if _, ok := g.Entity(m.Country); !ok {
			return nil, fmt.Errorf("%s is not in the gazetteer: use an alpha-3 code", m.Country)
		}
		all = append(all, m)
	}
	return all, nil
}

// overlaps returns an error for each membership that begins before another of the same country in the
// same organization ends.
func overlaps(all []Membership) []error {
	var problems []error
	for i, m := range all {
		for _, o := range all[:i] {
			if m.Country != o.Country || m.Organization != o.Organization {
				continue
			}
			first, second := o, m
			if m.Since.Earliest().Compare(o.Since.Earliest()) < 0 {
				first, second = m, o
			}
			if first.Until.IsZero() || first.Until.Earliest().Compare(second.Since.Latest()) > 0 {
				problems = append(problems, fmt.Errorf("%s: %s belongs to %s twice at once: mend the dates", file, m.Country, m.Organization))
			}
		}
	}
	return problems
}

// Members returns the memberships of the given status in an organization that lasted through all
// days that date allows, sorted by country; none for the zero date.
func Members(all []Membership, organization, status string, date graph.Date) []Membership {
	var found []Membership
	for _, m := range all {
		if m.Organization == organization && m.Status == status && m.Throughout(date) {
			found = append(found, m)
		}
	}
	slices.SortFunc(found, func(a, b Membership) int { return strings.Compare(a.Country, b.Country) })
	return found
}
