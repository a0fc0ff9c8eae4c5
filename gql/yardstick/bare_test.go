package yardstick_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// bare is what an engineer would write for the seven questions alone: a net/http handler,
// the driver, and Cypher written by hand. It runs in a process of its own: this test binary,
// started again with bareVariable set.
type bare struct {
	driver     neo4j.DriverWithContext
	questions  map[string]question // by operation
	autoCommit bool
}

const bareVariable = "CONCORD_YARDSTICK_BARE"

// bareConfig is the JSON in bareVariable.
type bareConfig struct {
	URI, Username, Password string
	Questions               []question

	// AutoCommit leaves out the transaction that the driver's manual recommends, with its
	// two messages and its retries.
	AutoCommit bool
}

// serveBare serves until the process is ended. It prints its address on the first line.
func serveBare(text string) error {
	var config bareConfig
	if err := json.Unmarshal([]byte(text), &config); err != nil {
		return err
	}
	driver, err := neo4j.NewDriverWithContext(config.URI, neo4j.BasicAuth(config.Username, config.Password, ""))
	if err != nil {
		return err
	}
	b := bare{driver, map[string]question{}, config.AutoCommit}
	for _, q := range config.Questions {
		b.questions[q.Operation] = q
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Printf("http://%s/graphql\n", listener.Addr())
	return http.Serve(listener, b)
}

func (b bare) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var request struct {
		Query     string
		Variables map[string]any
	}
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	for name, v := range request.Variables {
		if f, ok := v.(float64); ok {
			request.Variables[name] = int64(f)
		}
	}
	q := b.questions[request.Query]
	rows, err := b.read(r.Context(), q.ByHand, request.Variables)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	var answer any = rows
	if q.One {
		answer = rows[0]
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(map[string]any{"data": map[string]any{q.Answer: answer}}); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

func (b bare) read(ctx context.Context, statement string, params map[string]any) ([]map[string]any, error) {
	session := b.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead})
	defer session.Close(ctx)
	if b.autoCommit {
		result, err := session.Run(ctx, statement, params)
		if err != nil {
			return nil, err
		}
		return collect(ctx, result)
	}
	rows, err := session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		result, err := tx.Run(ctx, statement, params)
		if err != nil {
			return nil, err
		}
		return collect(ctx, result)
	})
	if err != nil {
		return nil, err
	}
	return rows.([]map[string]any), nil
}

func collect(ctx context.Context, result neo4j.ResultWithContext) ([]map[string]any, error) {
	rows := []map[string]any{}
	for result.Next(ctx) {
		rows = append(rows, result.Record().AsMap())
	}
	return rows, result.Err()
}
