// Package connect opens the graph's database: the Neo4j that the flags or the
// environment name, or else the local one, started if it does not run.
//
// It owns the choice between the two and the flags that make it, and nothing else.
package connect

import (
	"context"
	"errors"
	"fmt"

	"concord/graph/local"
	"concord/graph/store"
)

// Flags are the command line's and the environment's say about the database, in kong's
// notation. Without a URI the local Neo4j is used; without a user name there is no login.
type Flags struct {
	URI      string `env:"NEO4J_URI" help:"Address of a Neo4j (neo4j://, bolt://, …). Without it, a local one is started or found." placeholder:"URI"`
	Username string `env:"NEO4J_USERNAME" help:"User name; without one, no login." placeholder:"NAME"`
	Password string `env:"NEO4J_PASSWORD" help:"Password. Better set in the environment, since a command line can be seen by others." placeholder:"SECRET"`
	Database string `env:"NEO4J_DATABASE" help:"Database; without it, the user's default." placeholder:"NAME"`
	Data     string `env:"CONCORD_DATA" default:".data" help:"Data folder of the local Neo4j." placeholder:"DIR"`
	Pages    Pages  `env:"CONCORD_LISTEN" default:"127.0.0.1:8080" hidden:""`
}

// Database is an open database. Local is nil when it is not the local one.
type Database struct {
	*store.Store
	Local *local.Server
}

// Open opens the database; say is told, a line at a time, what takes its time.
func Open(ctx context.Context, f Flags, say func(string)) (*Database, error) {
	if f.URI != "" {
		s, err := store.Open(ctx, store.Config{URI: f.URI, Username: f.Username, Password: f.Password, Database: f.Database})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.URI, err)
		}
		return &Database{Store: s}, nil
	}
	server, err := local.Start(ctx, local.Config{Dir: f.Data, BrowserCommand: f.Pages.BrowserCommand(), Say: say})
	if err != nil {
		return nil, err
	}
	s, err := store.Open(ctx, store.Config{URI: server.URI(), Username: server.Username(), Password: server.Password()})
	if err != nil {
		return nil, errors.Join(err, server.Stop(context.WithoutCancel(ctx)))
	}
	return &Database{Store: s, Local: server}, nil
}

// Close ends the connection and then the use of the local Neo4j, which stops when nobody
// else uses it.
func (d *Database) Close(ctx context.Context) error {
	err := d.Store.Close(ctx)
	if d.Local != nil {
		err = errors.Join(err, d.Local.Stop(ctx))
	}
	return err
}

// Leave ends the connection and leaves the local Neo4j running for the next program.
func (d *Database) Leave(ctx context.Context) error {
	err := d.Store.Close(ctx)
	if d.Local != nil {
		d.Local.Release()
	}
	return err
}
