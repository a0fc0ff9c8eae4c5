package cypher

// Exists is EXISTS { query }: whether it has a row.
type Exists struct{ Query Query }

// Count is COUNT { query }: how many rows it has.
type Count struct{ Query Query }

// Collect is COLLECT { query }: the list of its only column, nulls included.
type Collect struct{ Query Query }

func (e Exists) expression(p *printer) string  { return p.block("EXISTS", e.Query) }
func (c Count) expression(p *printer) string   { return p.block("COUNT", c.Query) }
func (c Collect) expression(p *printer) string { return p.block("COLLECT", c.Query) }
