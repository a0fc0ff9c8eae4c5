package schema

import "github.com/vektah/gqlparser/v2/ast"

// scalar adds a scalar of Cypher when it is first named. Points are objects.
func (g *generator) scalar(name string) {
	if g.api.Types[name] != nil {
		return
	}
	switch Scalar(name) {
	case Point, CartesianPoint:
		g.point(Scalar(name))
	case BigInt:
		g.define(ast.Scalar, name, "A whole number of up to 64 bits, given as a number or as text, answered as text.")
	case Date:
		g.define(ast.Scalar, name, "A day, as ISO 8601 has it: `2007-08-09`.")
	case DateTime:
		g.define(ast.Scalar, name, "A moment, as ISO 8601 has it, given with any offset and answered in UTC: `2007-08-09T11:50:35.556Z`.")
	case LocalDateTime:
		g.define(ast.Scalar, name, "A day and a time without a time zone, as ISO 8601 has it: `2007-08-09T12:50:35.556`.")
	case Time:
		g.define(ast.Scalar, name, "A time of day with its time zone, as ISO 8601 has it: `12:50:35.556+01:00`.")
	case LocalTime:
		g.define(ast.Scalar, name, "A time of day without a time zone, as ISO 8601 has it: `12:50:35.556`.")
	case Duration:
		g.define(ast.Scalar, name, "A length of time, as ISO 8601 has it: `P1Y2M10DT2H30M`.")
	}
	for _, point := range []Scalar{Point, CartesianPoint} {
		if name == string(point)+"Input" {
			g.pointInput(point)
		}
	}
}

func (g *generator) point(s Scalar) {
	if s == Point {
		def := g.define(ast.Object, string(s), "A place on the earth (WGS 84).")
		g.add(def, "longitude", "Float!", "Degrees east, from -180 to 180.", Longitude)
		g.add(def, "latitude", "Float!", "Degrees north, from -90 to 90.", Latitude)
		g.add(def, "height", "Float", "Metres above the ellipsoid; null for a point in two dimensions.", Height)
		g.system(def, "`wgs-84` or `wgs-84-3d`.", "4326 or 4979.")
		return
	}
	def := g.define(ast.Object, string(s), "A point in a Cartesian system.")
	g.add(def, "x", "Float!", "The first coordinate.", X)
	g.add(def, "y", "Float!", "The second coordinate.", Y)
	g.add(def, "z", "Float", "The third coordinate; null for a point in two dimensions.", Z)
	g.system(def, "`cartesian` or `cartesian-3d`.", "7203 or 9157.")
}

func (g *generator) system(def *ast.Definition, crs, srid string) {
	g.add(def, "crs", "String!", "The name of the coordinate system: "+crs, CRS)
	g.add(def, "srid", "Int!", "The number of the coordinate system: "+srid, SRID)
}

func (g *generator) pointInput(s Scalar) {
	if s == Point {
		def := g.define(ast.InputObject, "PointInput", "A place on the earth (WGS 84).")
		g.add(def, "longitude", "Float!", "Degrees east, from -180 to 180.", Longitude)
		g.add(def, "latitude", "Float!", "Degrees north, from -90 to 90.", Latitude)
		g.add(def, "height", "Float", "Metres above the ellipsoid.", Height)
		return
	}
	def := g.define(ast.InputObject, "CartesianPointInput", "A point in a Cartesian system.")
	g.add(def, "x", "Float!", "The first coordinate.", X)
	g.add(def, "y", "Float!", "The second coordinate.", Y)
	g.add(def, "z", "Float", "The third coordinate.", Z)
}

// input is the name of the type in which a scalar is given.
func (t Type) input() string {
	if t.Scalar == Point || t.Scalar == CartesianPoint {
		return t.Name + "Input"
	}
	return t.Name
}

// String returns the type as GraphQL writes it, for example [String!]!.
func (t Type) String() string {
	text := t.Name
	if t.List {
		if t.ItemNonNull {
			text += "!"
		}
		text = "[" + text + "]"
	}
	if t.NonNull {
		text += "!"
	}
	return text
}
