package export

import "concord/graph"

// period returns the first and last day of which properties of a node, an edge or a claim
// speak, and false where they name no time: the date, else the day as of which a number
// holds, else the days between which a membership held.
func period(properties map[string]any) (from, to graph.Day, ok bool) {
	for _, name := range []string{"date", "asOf"} {
		if d, ok := edtf(properties, name); ok {
			return d.Earliest(), d.Latest(), true
		}
	}
	since, hasSince := edtf(properties, "since")
	until, hasUntil := edtf(properties, "until")
	from, to = graph.FirstDay, graph.LastDay
	if hasSince {
		from = since.Earliest()
	}
	if hasUntil && until.Latest().Compare(from) >= 0 {
		to = until.Latest()
	}
	return from, to, hasSince || hasUntil
}

func edtf(properties map[string]any, name string) (graph.Date, bool) {
	s, ok := properties[name].(string)
	if !ok {
		return graph.Date{}, false
	}
	d, err := graph.ParseDate(s)
	return d, err == nil
}
