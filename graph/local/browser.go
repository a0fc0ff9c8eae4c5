package local

import (
	"archive/zip"
	"embed"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
)

// loginFiles are a page beside Neo4j Browser's own. Browser takes a user's name from its
// address, but no password; from this page's address it takes both.
//
//go:embed browser
var loginFiles embed.FS

// browserPolicy is the Content-Security-Policy (W3C, level 3) of Neo4j Browser: what it
// would fetch from other hosts (a font, statistics, a feedback form) stays unasked for.
const browserPolicy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
	"connect-src 'self' http://127.0.0.1:* ws://127.0.0.1:* http://localhost:* ws://localhost:*; " +
	"base-uri 'none'; object-src 'none'; frame-ancestors 'none'"

// browserJar writes the jar of Neo4j Browser, with the page for logging in added, into
// the data folder and returns its path. Neo4j serves the first jar on its class path that
// has the folder browser/.
func browserJar(lib, dir string) (path string, err error) {
	found, err := filepath.Glob(filepath.Join(lib, "neo4j-browser-*.jar"))
	if err != nil || len(found) != 1 {
		return "", fmt.Errorf("there is not one jar of Neo4j Browser in %s but %d; remove that folder and run this again", lib, len(found))
	}
	from, err := zip.OpenReader(found[0])
	if err != nil {
		return "", fmt.Errorf("cannot read the jar of Neo4j Browser: %w", err)
	}
	defer from.Close()
	path = filepath.Join(dir, "neo4j-browser.jar")
	file, err := os.OpenFile(path+".new", os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return "", err
	}
	err = addLogin(zip.NewWriter(file), from.File)
	if err = errors.Join(err, file.Close()); err != nil {
		return "", fmt.Errorf("cannot write %s: %w", path, err)
	}
	return path, os.Rename(path+".new", path)
}

func addLogin(to *zip.Writer, all []*zip.File) error {
	for _, f := range all {
		if f.Name == "META-INF/INDEX.LIST" {
			continue // it names the jar it was in
		}
		if err := to.Copy(f); err != nil {
			return err
		}
	}
	if err := to.AddFS(loginFiles); err != nil {
		return err
	}
	return to.Close()
}

// BrowserURL returns an address that opens Neo4j Browser, and asks for the password where
// nobody has connected before. Neo4j Browser's own parameters (?cmd=edit&arg=…) may be added.
func (s *Server) BrowserURL() string {
	return "http://127.0.0.1:" + strconv.Itoa(s.state.HTTPPort) + "/browser/login.html"
}

// BrowserLoginURL returns an address that opens Neo4j Browser connected. It holds the
// password, in the part of an address that is not sent: show it only to who may log in.
func (s *Server) BrowserLoginURL() string {
	return s.BrowserURL() + "#" + url.PathEscape(s.Username()) + ":" + url.PathEscape(s.Password())
}

// BrowserCommand returns what Neo4j Browser runs after connecting, as it was set when the
// server was started; empty for nothing.
func (s *Server) BrowserCommand() string { return s.state.BrowserCommand }
