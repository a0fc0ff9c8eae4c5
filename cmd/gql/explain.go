package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"concord/cmd/cli"
	"concord/gql/compile"
	"concord/gql/guard"
	"concord/gql/plan"
)

type explainCommand struct {
	schemaFlags
	File      string `arg:"" help:"File with the operation, or - for standard input."`
	Variables string `help:"Its variables, as JSON or as @FILE." placeholder:"JSON"`
	Operation string `help:"Name of the operation, where the file has several." placeholder:"NAME"`
}

// Run prints the plan's decisions as comments, then the parameters and the statement as
// Neo4j Browser takes them.
func (c *explainCommand) Run(std cli.Streams) error {
	s, err := c.load()
	if err != nil {
		return err
	}
	query, err := c.query(std.In)
	if err != nil {
		return err
	}
	variables, err := c.variables()
	if err != nil {
		return err
	}
	if refused := guard.Default().Check(query); len(refused) > 0 {
		errs := make([]error, len(refused))
		for i, r := range refused {
			errs[i] = r
		}
		return fmt.Errorf("%s: %w", c.File, errors.Join(errs...))
	}
	op, refused := plan.Prepare(s, query, c.Operation, variables)
	if len(refused) > 0 {
		return fmt.Errorf("%s: %w", c.File, refused)
	}
	op.Keysets = c.KeysetCursors
	built, err := plan.Build(s, op)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	statement, err := compile.Compile(s, built)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	for _, d := range built.Decisions {
		taken := "taken"
		if !d.Taken {
			taken = "not taken"
		}
		fmt.Fprintf(std.Out, "// %s: rule %s %s: %s\n", d.Path, d.Rule, taken, d.Reason)
	}
	_, err = fmt.Fprintln(std.Out, statement.Paste())
	return err
}

func (c *explainCommand) query(in io.Reader) (string, error) {
	if c.File == "-" {
		text, err := io.ReadAll(in)
		return string(text), err
	}
	text, err := os.ReadFile(c.File)
	return string(text), err
}

func (c *explainCommand) variables() (map[string]any, error) {
	if c.Variables == "" {
		return nil, nil
	}
	text := []byte(c.Variables)
	if name, isFile := bytes.CutPrefix(text, []byte("@")); isFile {
		var err error
		if text, err = os.ReadFile(string(name)); err != nil {
			return nil, err
		}
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var variables map[string]any
	if err := decoder.Decode(&variables); err != nil {
		return nil, fmt.Errorf("the variables are no JSON object: %w; write them as '{\"name\": \"China\"}'", err)
	}
	return variables, nil
}
