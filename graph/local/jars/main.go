// Command jars brings Neo4j's jars as graph/local does and prints the folder that holds
// them, for building a container image from the same jars.
package main

import (
	"context"
	"fmt"
	"os"

	"concord/graph/local"
)

func main() {
	dir, err := local.Jars(context.Background(), local.Config{Say: func(line string) { fmt.Fprintln(os.Stderr, line) }})
	if err != nil {
		fmt.Fprintln(os.Stderr, "jars:", err)
		os.Exit(1)
	}
	fmt.Println(dir)
}
