package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"time"

	"concord/cmd/cli"
	"concord/gql/server"
	"concord/graph/connect"
)

type serveCommand struct {
	schemaFlags
	connect.Flags `prefix:""`
	limitFlags
	watchFlags

	Listen     string        `default:"127.0.0.1:8080" env:"CONCORD_LISTEN" help:"Address to listen on. Beyond this machine only if told so, as with 0.0.0.0:8080." placeholder:"ADDR"`
	Origins    []string      `name:"allow-origin" env:"CONCORD_ALLOW_ORIGIN" help:"Site whose pages may ask, for example https://example.org; can be repeated; * for all." placeholder:"ORIGIN"`
	Explain    string        `enum:"auto,on,off" default:"auto" env:"CONCORD_EXPLAIN" help:"Whether clients may see the Cypher of their operations: on, off, or auto (on when listening on loopback only)."`
	Concurrent int           `default:"64" env:"CONCORD_CONCURRENT" help:"Requests carried out at once; further ones wait shortly and are then told to come back."`
	Grace      time.Duration `default:"10s" env:"CONCORD_GRACE" help:"Time that requests under way have to end when the server is stopped."`
	Log        string        `enum:"text,json,off" default:"text" env:"CONCORD_LOG" help:"Log of requests on standard error: text, json or off."`
}

func (c *serveCommand) Run(ctx context.Context, std cli.Streams) (err error) {
	began := time.Now()
	s, err := c.load()
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w; stop the program that does, or choose another address with --listen", c.Listen, errors.Unwrap(err))
	}
	defer listener.Close()
	c.Pages = connect.Pages(listener.Addr().String())
	say := func(line string) { fmt.Fprintln(std.Err, line) }
	database, err := connect.Open(ctx, c.Flags, say)
	if err != nil {
		return err
	}
	defer func() {
		say("stopping")
		err = errors.Join(err, database.Close(context.WithoutCancel(ctx)))
	}()
	loopback := listener.Addr().(*net.TCPAddr).IP.IsLoopback()
	log := logger(c.Log, std.Err)
	served, err := pages(s, database, c.Timeout, log)
	if err != nil {
		return err
	}
	watched, err := c.watchFlags.start(ctx, served)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, watched.close(context.WithoutCancel(ctx))) }()
	limits := c.limits()
	limits.KeysetCursors = c.KeysetCursors
	config := server.Config{
		Schema:   s,
		Database: server.FromStore(database.Store),
		Ready:    database.Ping,
		Limits:   limits,
		Explain:  c.Explain == "on" || c.Explain == "auto" && loopback,
		Origins:  c.Origins, Concurrent: c.Concurrent,
		BodyBytes: c.BodyBytes,
		Pages:     served,
		Logger:    log,
		Observers: watched.observers,
	}
	if loopback {
		config.Hosts = server.LoopbackHosts()
	}
	srv, err := server.New(config)
	if err != nil {
		return err
	}
	watched.gauges(srv)
	c.announce(std.Out, listener.Addr(), database, time.Since(began))
	return srv.Serve(ctx, listener, c.Grace)
}

func (c *serveCommand) announce(w io.Writer, address net.Addr, database *connect.Database, took time.Duration) {
	at := "http://" + address.String()
	fmt.Fprintf(w, "\nConcord is ready after %.1f s\n\n", took.Seconds())
	fmt.Fprintf(w, "  GraphQL        %s/graphql\n", at)
	fmt.Fprintf(w, "  playground     %s/\n", at)
	fmt.Fprintf(w, "  health         %s/healthz  %s/readyz\n", at, at)
	if l := database.Local; l != nil {
		fmt.Fprintf(w, "  Neo4j Browser  %s\n", l.BrowserLoginURL())
		fmt.Fprintf(w, "                 %s, user %s, password %s (kept in %s)\n", l.URI(), l.Username(), l.Password(), l.PasswordFile())
		if l.BrowserCommand() != c.Pages.BrowserCommand() { // Neo4j was started for another address
			fmt.Fprintf(w, "                 its colours and guide, typed in Neo4j Browser: :%s  :%s\n", c.Pages.Style(), c.Pages.Guide())
		}
	} else {
		fmt.Fprintf(w, "  Neo4j          %s\n", c.URI)
		at := c.Pages.AsLocalhost()
		fmt.Fprintf(w, "                 colours and guide, typed in its Browser: :%s\n", at.Style())
		fmt.Fprintf(w, "                                                          :%s\n", at.Guide())
		fmt.Fprintf(w, "                 or for everybody, in neo4j.conf: browser.post_connect_cmd=%s\n", at.BrowserCommand())
		if at.Host() != "localhost" { // which Browser may ask, unless its settings say otherwise
			fmt.Fprintf(w, "                                                  browser.remote_content_hostname_whitelist=%s\n", at.Host())
		}
	}
	fmt.Fprintf(w, "\nCtrl-C stops it.\n")
}

func logger(format string, w io.Writer) *slog.Logger {
	switch format {
	case "json":
		return slog.New(slog.NewJSONHandler(w, nil))
	case "off":
		return nil
	default:
		return slog.New(slog.NewTextHandler(w, nil))
	}
}
