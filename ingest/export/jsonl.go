package export

import (
	"io"

	"concord/graph"
)

// writeJSONL writes what each document contributes as the interchange of claims.
func writeJSONL(w io.Writer, g Graph) error {
	for b, err := range g.Bundles() {
		if err != nil {
			return err
		}
		if err := graph.WriteJSONL(w, b); err != nil {
			return err
		}
	}
	return nil
}
