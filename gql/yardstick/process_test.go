package yardstick_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// contender is a server that answers the questions at address, in a process of its own.
type contender struct {
	name    string
	address string
	cmd     *exec.Cmd
}

// start starts a command whose output names its address, which is taken from the first line
// that has one. The process is stopped when the benchmark ends.
func start(b *testing.B, name string, cmd *exec.Cmd) contender {
	b.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	var said tail
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		b.Fatalf("%s: %v", name, err)
	}
	b.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		end := time.AfterFunc(10*time.Second, func() { _ = cmd.Process.Kill() })
		defer end.Stop()
		_ = cmd.Wait()
	})
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if _, address, found := strings.Cut(lines.Text(), "http://"); found {
			go func() { // so that it never waits for a reader
				for lines.Scan() {
				}
			}()
			return contender{name, "http://" + strings.TrimSpace(address), cmd}
		}
	}
	b.Fatalf("%s ended without an address:\n%s", name, said.String())
	return contender{}
}

// tail keeps the last of what a process says.
type tail struct {
	sync.Mutex
	text []byte
}

func (t *tail) Write(p []byte) (int, error) {
	t.Lock()
	defer t.Unlock()
	t.text = append(t.text, p...)
	t.text = t.text[max(0, len(t.text)-4096):]
	return len(p), nil
}

func (t *tail) String() string {
	t.Lock()
	defer t.Unlock()
	return string(t.text)
}

// usage is what a process has used: processor time and memory that is resident now.
type usage struct {
	cpu    time.Duration
	memory float64 // MB
}

func (c contender) used() usage { return usedBy(c.cmd.Process.Pid) }

// usedBy reads proc(5); where there is none it is zero.
func usedBy(pid int) usage {
	var u usage
	folder := fmt.Sprintf("/proc/%d", pid)
	stat, _ := os.ReadFile(filepath.Join(folder, "stat"))
	if _, rest, ok := strings.Cut(string(stat), ") "); ok {
		if fields := strings.Fields(rest); len(fields) > 12 {
			user, _ := strconv.Atoi(fields[11])
			system, _ := strconv.Atoi(fields[12])
			u.cpu = time.Duration(user+system) * 10 * time.Millisecond // USER_HZ is 100 on Linux
		}
	}
	statm, _ := os.ReadFile(filepath.Join(folder, "statm"))
	if fields := strings.Fields(string(statm)); len(fields) > 1 {
		pages, _ := strconv.Atoi(fields[1])
		u.memory = float64(pages*os.Getpagesize()) / (1 << 20)
	}
	return u
}

// neo4jAt is a Neo4j that holds the yardstick's graph.
type neo4jAt struct {
	uri, username, password string
	pid                     int
}

// startGQL starts gql as it is shipped.
func startGQL(b *testing.B, at neo4jAt, schema string) contender {
	b.Helper()
	binary := filepath.Join(b.TempDir(), "gql")
	if out, err := exec.Command("go", "build", "-trimpath", "-o", binary, "concord/cmd/gql").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	cmd := exec.Command(binary, "serve", "--schema", schema, "--listen", "127.0.0.1:0", "--log", "off")
	cmd.Env = append(os.Environ(), "NEO4J_URI="+at.uri, "NEO4J_USERNAME="+at.username, "NEO4J_PASSWORD="+at.password, "NEO4J_DATABASE=")
	return start(b, "gql", cmd)
}

func startBare(b *testing.B, at neo4jAt, all []question, autoCommit bool) contender {
	b.Helper()
	config, err := json.Marshal(bareConfig{at.uri, at.username, at.password, all, autoCommit})
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), bareVariable+"="+string(config))
	name := "bare"
	if autoCommit {
		name = "auto"
	}
	return start(b, name, cmd)
}

// startPeer starts @neo4j/graphql behind Apollo Server from a folder where npm installed them.
func startPeer(b *testing.B, at neo4jAt, folder, schema string) contender {
	b.Helper()
	cmd := exec.Command("node", "testdata/peer/server.mjs", filepath.Join(folder, "node_modules"), schema)
	cmd.Env = append(os.Environ(), "NODE_ENV=production", "NEO4J_URI="+at.uri, "NEO4J_USERNAME="+at.username, "NEO4J_PASSWORD="+at.password)
	return start(b, "peer", cmd)
}

// generate runs the generator of a yardstick kept outside. It knows no login, which a proxy
// adds to its requests.
func (o outside) generate(ctx context.Context, at neo4jAt, httpAddress string) error {
	target, err := url.Parse(httpAddress)
	if err != nil {
		return err
	}
	proxy := httptest.NewServer(&httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.SetURL(target)
		r.Out.SetBasicAuth(at.username, at.password)
	}})
	defer proxy.Close()
	cmd := exec.CommandContext(ctx, "python3", filepath.Join(string(o), "gen.py"), proxy.URL+"/db/neo4j/query/v2")
	out, err := cmd.CombinedOutput()
	if err != nil {
		return errors.Join(err, errors.New(string(out)))
	}
	return nil
}

var client = &http.Client{
	Transport: &http.Transport{MaxIdleConnsPerHost: 32, DisableCompression: true},
	Timeout:   2 * time.Minute,
}
