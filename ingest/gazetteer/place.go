package gazetteer

import (
	"strconv"

	"concord/graph"
)

var placeKinds = map[string]bool{"city": true, "province": true, "region": true, "sea": true, "waters": true}

// place reads a line of places.tsv: slug, name, kind, in (a country's alpha-3 code or a
// place's slug), capital (the alpha-3 code of the country whose capital it is), lat and lon (WGS 84,
// decimal degrees), aliases.
func (l *loader) place(r row) {
	name := plain([]string{r.cells["name"]})[0]
	key := r.cells["slug"]
	if key == "" {
		key = name
	}
	properties := map[string]any{"kind": r.cells["kind"]}
	if p, ok := l.point(r); ok {
		properties["location"] = p
	}
	e := &Entry{
		Entity: entity(graph.Place, graph.NewID(graph.Place, key), name, properties),
		Kind:   r.cells["kind"],
		Parent: l.location(r, r.cells["in"]),
	}
	if !placeKinds[e.Kind] {
		l.fail(r, "%q is no kind of place: use city, province, region, sea or waters", e.Kind)
	}
	aliases := r.list("aliases")
	l.enter(r, e, plain(aliases))
	form := Name
	if c := r.cells["capital"]; c != "" {
		form = Capital
		e.Metonym = l.refer(r, "country:"+c)
	}
	for _, n := range append([]string{r.cells["name"]}, aliases...) {
		l.name(r, form, n, e)
	}
}

// point reads a line's coordinates.
func (l *loader) point(r row) (graph.Point, bool) {
	if r.cells["lat"] == "" && r.cells["lon"] == "" {
		return graph.Point{}, false
	}
	p := graph.Point{Latitude: l.degrees(r, "lat", 90), Longitude: l.degrees(r, "lon", 180)}
	return p, true
}

func (l *loader) degrees(r row, column string, limit float64) float64 {
	v, err := strconv.ParseFloat(r.cells[column], 64)
	if err != nil || v < -limit || v > limit {
		l.fail(r, "%s is %q: give decimal degrees", column, r.cells[column])
	}
	return v
}
