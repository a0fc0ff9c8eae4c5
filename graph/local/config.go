package local

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"errors"
	"fmt"
	mathrand "math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
)

// Config says how a local Neo4j is to be run. The zero value of each field stands for
// its default.
type Config struct {
	Dir            string            // the data folder; ".data" by default
	Cache          string            // where jars are kept; the user's cache folder by default
	BoltPort       int               // 7687, or the next free port when that is taken
	HTTPPort       int               // 7474, or the next free port when that is taken
	Heap           string            // the JVM's largest heap; "2g" by default
	PageCache      string            // "256m" by default
	BrowserCommand string            // what Neo4j Browser runs after connecting
	Settings       map[string]string // further lines of neo4j.conf
	Say            func(line string) // told what is going on, a line at a time
}

// Default ports of Neo4j.
const (
	defaultBoltPort = 7687
	defaultHTTPPort = 7474
)

func (c Config) withDefaults() (Config, error) {
	if c.Dir == "" {
		c.Dir = ".data"
	}
	dir, err := filepath.Abs(c.Dir)
	if err != nil {
		return c, err
	}
	c.Dir = dir
	if c.Cache == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			cache = c.Dir // no home: the jars stay with the data
		}
		c.Cache = filepath.Join(cache, "concord")
	}
	if c.Heap == "" {
		c.Heap = "2g"
	}
	if c.PageCache == "" {
		c.PageCache = "256m"
	}
	if c.Say == nil {
		c.Say = func(string) {}
	}
	return c, nil
}

// ports fills in the ports: the ones asked for must be free, the usual ones give way to
// the next free ones. The usual ones are reserved until done is called, so that two
// servers that start at once do not both find them free.
func (c *Config) ports() (done func(), err error) {
	var held []lock
	done = func() {
		for _, l := range held {
			os.Remove(l.f.Name())
			l.release()
		}
	}
	for _, p := range []struct {
		port  *int
		usual int
		name  string
	}{{&c.BoltPort, defaultBoltPort, "Bolt"}, {&c.HTTPPort, defaultHTTPPort, "HTTP"}} {
		if *p.port != 0 {
			if !portFree(*p.port) {
				done()
				return nil, fmt.Errorf("port %d for Neo4j's %s is taken by another program; stop that one or choose another port", *p.port, p.name)
			}
			continue
		}
		*p.port = p.usual
		l, reserved := reservePort(p.usual)
		if reserved {
			held = append(held, l)
		}
		if !reserved || !portFree(p.usual) {
			free, l, err := freePort()
			if err != nil {
				done()
				return nil, fmt.Errorf("no free port for Neo4j's %s: %w", p.name, err)
			}
			held = append(held, l)
			c.Say(fmt.Sprintf("port %d is taken by another program; Neo4j's %s listens on %d instead", p.usual, p.name, free))
			*p.port = free
		}
	}
	return done, nil
}

// reservePort takes the lock that stands for a port, unless another starting server has it.
func reservePort(port int) (lock, bool) {
	l, err := openLock(os.TempDir(), "concord-port-"+strconv.Itoa(port)+".lock")
	if err != nil {
		return lock{}, false // another user's: the port may be about to be taken
	}
	if !l.try() {
		l.release()
		return lock{}, false
	}
	return l, true
}

func portFree(port int) bool {
	l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return false
	}
	l.Close()
	return true
}

// freePort returns a free port and its reservation. It takes none of those that the
// system gives to whoever asks for any port or connects somewhere: Neo4j needs seconds
// until it listens, and the port would be gone by then.
func freePort() (int, lock, error) {
	const lowest, tries = 10_000, 200
	below := 32_768 // where the ports begin that Linux gives away
	if text, err := os.ReadFile("/proc/sys/net/ipv4/ip_local_port_range"); err == nil {
		if first, err := strconv.Atoi(strings.Fields(string(text) + " ?")[0]); err == nil && first > lowest+1_000 {
			below = first
		}
	}
	for range tries {
		port := lowest + mathrand.IntN(below-lowest)
		if l, reserved := reservePort(port); reserved {
			if portFree(port) {
				return port, l, nil
			}
			l.release()
		}
	}
	return 0, lock{}, fmt.Errorf("%d ports between %d and %d were tried and are all taken", tries, lowest, below)
}

// write writes neo4j.conf. Neo4j listens on loopback only, reads no files by LOAD CSV,
// and reports nothing to anybody.
func (c *Config) write() error {
	settings := [][2]string{
		{"server.default_listen_address", "127.0.0.1"},
		{"server.bolt.listen_address", "127.0.0.1:" + strconv.Itoa(c.BoltPort)},
		{"server.bolt.advertised_address", "127.0.0.1:" + strconv.Itoa(c.BoltPort)},
		{"server.http.listen_address", "127.0.0.1:" + strconv.Itoa(c.HTTPPort)},
		{"server.http.advertised_address", "127.0.0.1:" + strconv.Itoa(c.HTTPPort)},
		{"server.memory.pagecache.size", c.PageCache},
		{"server.directories.logs", filepath.Join(c.Dir, "logs")},
		{"dbms.security.auth_enabled", "true"},
		{"dbms.security.allow_csv_import_from_file_urls", "false"},
		{"dbms.usage_report.enabled", "false"},
		{"internal.server.bolt.thread_pool_shutdown_wait_time", "200ms"}, // twice the usual 5 s is most of a stop
		{"client.allow_telemetry", "false"},
		{"dbms.security.http_static_content_security_policy_header", browserPolicy},
		{"browser.remote_content_hostname_whitelist", "127.0.0.1,localhost"},
	}
	if c.BrowserCommand != "" {
		settings = append(settings, [2]string{"browser.post_connect_cmd", c.BrowserCommand})
	}
	var b strings.Builder
	for _, s := range settings {
		fmt.Fprintf(&b, "%s=%s\n", s[0], s[1])
	}
	for k, v := range c.Settings {
		fmt.Fprintf(&b, "%s=%s\n", k, v)
	}
	if err := os.MkdirAll(filepath.Join(c.Dir, "conf"), 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(c.Dir, "conf", "neo4j.conf"), []byte(b.String()), 0o600)
}

// password returns the password of the user neo4j: the one kept in the data folder, or
// on the first start a new one, made known to Neo4j before it runs.
func (c *Config) password(ctx context.Context, javaPath, lib string) (string, error) {
	path := filepath.Join(c.Dir, "password")
	if kept, err := os.ReadFile(path); err == nil {
		return strings.TrimSpace(string(kept)), nil
	} else if !errors.Is(err, os.ErrNotExist) {
		return "", fmt.Errorf("cannot read the password of the local Neo4j: %w", err)
	}
	if _, err := os.Stat(filepath.Join(c.Dir, "data", "databases")); err == nil {
		return "", fmt.Errorf("the password of the local Neo4j is lost: %s is gone; put it back, or remove the folder %s to begin anew", path, c.Dir)
	}
	random := make([]byte, 15)
	rand.Read(random)
	password := strings.ToLower(base32.StdEncoding.EncodeToString(random))

	// The tool reads it from a file only the owner can read: a command line shows in ps.
	next := path + ".new"
	if err := os.WriteFile(next, []byte(password), 0o600); err != nil {
		return "", fmt.Errorf("cannot keep the password of the local Neo4j: %w", err)
	}
	cmd := exec.CommandContext(ctx, javaPath, "-cp", filepath.Join(lib, "*"), "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", "@"+next)
	cmd.Env = append(os.Environ(), "NEO4J_HOME="+c.Dir, "NEO4J_CONF="+filepath.Join(c.Dir, "conf"))
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("cannot set the password of the local Neo4j: %w\n%s", err, head(string(out), 3))
	}
	return password, os.Rename(next, path)
}

// kept are the reservations that FreePorts made: they last as long as their files are open.
var kept struct {
	sync.Mutex
	reservations []lock
}

// FreePorts returns two free ports of 127.0.0.1, for Bolt and HTTP, for those who need
// a server beside the usual one. They stay reserved, against other servers that look for
// ports, until this process ends.
func FreePorts() (bolt, http int, err error) {
	bolt, first, err := freePort()
	if err != nil {
		return 0, 0, err
	}
	http, second, err := freePort()
	if err != nil {
		first.release()
		return 0, 0, err
	}
	kept.Lock()
	defer kept.Unlock()
	kept.reservations = append(kept.reservations, first, second)
	return bolt, http, nil
}
