// Package store keeps the graph in Neo4j: it saves and removes what documents
// contribute, checks that the graph is the view of its claims, and runs statements that read.
//
// It owns the driver, which nothing else imports: sessions, transactions, retries,
// timeouts, and the turning of Neo4j's errors and values into ours. It does not know
// where claims come from or what the statements that it runs are for; what the graph
// is, package graph says.
package store

import (
	"context"
	"net/url"
	"slices"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"concord/graph"
)

// Config says which Neo4j to use. Only URI is needed.
type Config struct {
	URI      string // bolt://, neo4j://, or one of them with +s or +ssc for TLS
	Username string // without one, no login
	Password string
	Database string // the user's home database if empty

	ReadTimeout    time.Duration // of a statement that reads, 30 s if zero
	WriteTimeout   time.Duration // of saving or removing one document, 5 min if zero
	ConnectTimeout time.Duration // of opening a connection, 5 s if zero
	MaxConnections int           // the driver's default, 100, if zero
	UserAgent      string        // how the server's logs call us, "concord" if empty
}

func (c Config) withDefaults() Config {
	or := func(d *time.Duration, otherwise time.Duration) {
		if *d <= 0 {
			*d = otherwise
		}
	}
	or(&c.ReadTimeout, 30*time.Second)
	or(&c.WriteTimeout, 5*time.Minute)
	or(&c.ConnectTimeout, 5*time.Second)
	if c.UserAgent == "" {
		c.UserAgent = "concord"
	}
	return c
}

var schemes = []string{"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"}

func (c Config) check() error {
	u, err := url.Parse(c.URI)
	switch {
	case err != nil || u.Host == "" || !slices.Contains(schemes, u.Scheme):
		return &Error{Code: Invalid, Message: "the address of Neo4j is not understood; write it as bolt://host:7687 or neo4j://host:7687"}
	case u.User != nil:
		return &Error{Code: Invalid, Message: "the address of Neo4j holds a user name; give user name and password apart from it"}
	case c.Username == "" && c.Password != "":
		return &Error{Code: Invalid, Message: "there is a password for Neo4j but no user name; give the user name too"}
	}
	return nil
}

// Store is an open graph. Its methods may be called from several goroutines; its errors
// are *Error.
type Store struct {
	config Config
	driver neo4j.DriverWithContext
	types  []any // the relationship types between entities, as a parameter
}

// Open connects to Neo4j. It fails where no server answers there within the connect
// timeout, or refuses the login.
func Open(ctx context.Context, c Config) (*Store, error) {
	c = c.withDefaults()
	if err := c.check(); err != nil {
		return nil, err
	}
	auth := neo4j.NoAuth()
	if c.Username != "" {
		auth = neo4j.BasicAuth(c.Username, c.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(c.URI, auth, func(d *config.Config) {
		d.SocketConnectTimeout = c.ConnectTimeout
		d.ConnectionAcquisitionTimeout = c.ConnectTimeout + 5*time.Second
		d.UserAgent = c.UserAgent
		d.FetchSize = 1000
		d.TelemetryDisabled = true
		if c.MaxConnections > 0 {
			d.MaxConnectionPoolSize = c.MaxConnections
		}
	})
	if err != nil {
		return nil, &Error{Code: Invalid, Message: "the address of Neo4j is not understood; write it as bolt://host:7687 or neo4j://host:7687", Cause: err}
	}
	s := &Store{config: c, driver: driver}
	for _, r := range graph.Relations {
		s.types = append(s.types, string(r.Type))
	}
	if err := s.Ping(ctx); err != nil {
		driver.Close(context.WithoutCancel(ctx))
		return nil, err
	}
	return s, nil
}

// Close closes the connections.
func (s *Store) Close(ctx context.Context) error {
	if err := s.driver.Close(ctx); err != nil {
		return translate(ctx, err)
	}
	return nil
}

// Ping asks once whether the server answers and takes our login.
func (s *Store) Ping(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, s.config.ConnectTimeout)
	defer cancel()
	if err := s.driver.VerifyConnectivity(ctx); err != nil {
		e := translate(ctx, err)
		if e.Code == Timeout {
			e = &Error{Code: Unavailable, Message: messages[Unavailable], Cause: err}
		}
		return e
	}
	return nil
}

// Ready waits until the server answers, or ctx ends; a refused login ends it at once.
func (s *Store) Ready(ctx context.Context) error {
	for {
		err := s.Ping(ctx)
		if err == nil || CodeOf(err) != Unavailable {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(200 * time.Millisecond):
		}
	}
}

// ServerInfo is what the server says of itself.
type ServerInfo struct {
	Version  string // for example 5.26.20
	Edition  string // community or enterprise
	Database string // the one that statements run in
}

// ServerInfo asks the server what it is.
func (s *Store) ServerInfo(ctx context.Context) (ServerInfo, error) {
	rows, err := s.query(ctx, serverInfo, nil)
	if err != nil {
		return ServerInfo{}, err
	}
	if len(rows) == 0 {
		return ServerInfo{}, &Error{Code: Unavailable, Message: "the server does not say which Neo4j it is; Concord needs Neo4j 5"}
	}
	return ServerInfo{Version: rows[0].text("version"), Edition: rows[0].text("edition"), Database: rows[0].text("database")}, nil
}

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode, bookmarks []string) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode: mode, DatabaseName: s.config.Database, Bookmarks: neo4j.BookmarksFromRawValues(bookmarks...),
	})
}
