package local

import (
	"context"
	"encoding/json"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

func testConfig(t *testing.T) Config {
	t.Helper()
	bolt, http, err := FreePorts()
	if err != nil {
		t.Fatal(err)
	}
	return Config{Dir: t.TempDir(), BoltPort: bolt, HTTPPort: http, Heap: "512m", PageCache: "32m"}
}

func start(t *testing.T, cfg Config) *Server {
	t.Helper()
	s, err := Start(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func stop(t *testing.T, s *Server) {
	t.Helper()
	if err := s.Stop(context.Background()); err != nil {
		t.Error(err)
	}
}

// answers runs a statement over HTTP with the server's login and returns the status.
func answers(t *testing.T, s *Server, password string) int {
	t.Helper()
	req, err := http.NewRequest(http.MethodPost, "http://127.0.0.1:"+strconv.Itoa(s.state.HTTPPort)+"/db/neo4j/query/v2", strings.NewReader(`{"statement":"RETURN 1"}`))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.SetBasicAuth(s.Username(), password)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	return resp.StatusCode
}

// policy gets a page and returns its Content-Security-Policy.
func policy(t *testing.T, url string) string {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		t.Errorf("%s has the status %d", url, resp.StatusCode)
	}
	return resp.Header.Get("Content-Security-Policy")
}

func TestShareRestartAndRecover(t *testing.T) {
	cfg := testConfig(t)
	cfg.BrowserCommand = "help"

	first := start(t, cfg)
	if got := answers(t, first, first.Password()); got >= 300 {
		t.Errorf("with the kept password: status %d", got)
	}
	if got := answers(t, first, "neo4j"); got != http.StatusUnauthorized {
		t.Errorf("with the factory password: status %d, want %d", got, http.StatusUnauthorized)
	}
	if info, err := os.Stat(first.PasswordFile()); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("password file: %v, %v; want mode 0600", info, err)
	}

	if got := policy(t, first.BrowserURL()); got != browserPolicy {
		t.Errorf("the page that logs in to Neo4j Browser has the policy %q", got)
	}
	if want := "/browser/login.html#neo4j:" + first.Password(); !strings.HasSuffix(first.BrowserLoginURL(), want) {
		t.Errorf("it is at %s, which does not end with %s", first.BrowserLoginURL(), want)
	}

	second := start(t, cfg)
	if second.BrowserCommand() != cfg.BrowserCommand {
		t.Errorf("the second start found the command %q, not %q", second.BrowserCommand(), cfg.BrowserCommand)
	}
	if second.PID() != first.PID() || second.Started() {
		t.Errorf("the second start ran process %d (started: %v), want to find %d", second.PID(), second.Started(), first.PID())
	}
	stop(t, first)
	if !second.running() {
		t.Fatal("the server stopped while it was in use")
	}
	stop(t, second)
	if second.running() {
		t.Error("the server runs on after its last user left")
	}

	again := start(t, cfg)
	if again.Password() != first.Password() {
		t.Error("the password changed with a restart")
	}
	if err := syscall.Kill(again.PID(), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	again.users.release()
	<-again.child.done
	recovered := start(t, cfg)
	if recovered.PID() == again.PID() || answers(t, recovered, recovered.Password()) >= 300 {
		t.Error("no new server after the old one was killed")
	}
	recovered.Release()
	left := start(t, cfg)
	if left.PID() != recovered.PID() {
		t.Error("a released server was not found again")
	}
	if err := syscall.Kill(left.PID(), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	<-recovered.child.done
	if err := left.Stop(context.Background()); err == nil || !strings.Contains(err.Error(), "had ended of itself") {
		t.Errorf("stopping a server that was killed: %v, want that it had ended", err)
	}
}

func TestFreePortsLieOutsideOfThoseGivenAway(t *testing.T) {
	seen := map[int]bool{}
	for range 10 {
		bolt, http, err := FreePorts()
		if err != nil {
			t.Fatal(err)
		}
		if seen[bolt] || seen[http] || bolt == http || bolt >= 32_768 || http >= 32_768 {
			t.Errorf("got the ports %d and %d after %v", bolt, http, seen)
		}
		seen[bolt], seen[http] = true, true
	}
}

func TestStaleStateOfAnotherProcess(t *testing.T) {
	dir := t.TempDir()
	data, _ := json.Marshal(state{PID: os.Getpid(), BoltPort: 1, HTTPPort: 2})
	if err := os.WriteFile(statePath(dir), data, 0o600); err != nil {
		t.Fatal(err)
	}
	if s, found := readState(dir); found {
		t.Errorf("took process %d, which is no Neo4j, for the server", s.PID)
	}
}

func TestPortTaken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	port := l.Addr().(*net.TCPAddr).Port
	cfg := Config{BoltPort: port}
	if _, err := cfg.ports(); err == nil || !strings.Contains(err.Error(), strconv.Itoa(port)) {
		t.Errorf("a taken port gave %v, want an error that names %d", err, port)
	}
}

func TestUsualPortsAreReservedOnce(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	say := func(string) {}
	first, second := Config{Say: say}, Config{Say: say}
	done, err := first.ports()
	if err != nil {
		t.Fatal(err)
	}
	doneToo, err := second.ports()
	if err != nil {
		t.Fatal(err)
	}
	defer doneToo()
	if first.BoltPort == second.BoltPort || first.HTTPPort == second.HTTPPort {
		t.Errorf("two servers that start at once got the ports %d and %d, %d and %d", first.BoltPort, second.BoltPort, first.HTTPPort, second.HTTPPort)
	}
	done()
}

func TestNoJava(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv("JAVA_HOME", "")
	_, err := java(context.Background())
	if err == nil || !strings.Contains(err.Error(), "install Java 17") {
		t.Errorf("without Java: %v, want the remedy", err)
	}
}

func TestOldJava(t *testing.T) {
	home := t.TempDir()
	if err := os.MkdirAll(filepath.Join(home, "bin"), 0o755); err != nil {
		t.Fatal(err)
	}
	script := "#!/bin/sh\necho 'openjdk version \"1.8.0_392\"' >&2\n"
	if err := os.WriteFile(filepath.Join(home, "bin", "java"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("JAVA_HOME", home)
	_, err := java(context.Background())
	if err == nil || !strings.Contains(err.Error(), "is Java 8") {
		t.Errorf("with Java 8: %v, want an error that says so", err)
	}
}

func TestChangedJar(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "neo4j-"+Version+".jar"), []byte("not a jar"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "stowaway.jar"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	err := verifyJars(dir)
	for _, want := range []string{"neo4j-" + Version + ".jar has checksum", "stowaway.jar is not one", "is missing"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("verifyJars: %v, want %q in it", err, want)
		}
	}
}

func TestStartThatFails(t *testing.T) {
	cfg := testConfig(t)
	cfg.Settings = map[string]string{"server.no_such_setting": "1"}
	s, err := Start(context.Background(), cfg)
	if err == nil {
		stop(t, s)
	}
	if err == nil || !strings.Contains(err.Error(), "no_such_setting") {
		t.Errorf("with a wrong setting: %v, want Neo4j's own words", err)
	}
}

func TestCancelledStart(t *testing.T) {
	cfg := testConfig(t)
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	s, err := Start(ctx, cfg)
	if err == nil {
		stop(t, s)
		t.Skip("Neo4j started before it could be interrupted")
	}
	if st, found := readState(cfg.Dir); found {
		t.Errorf("process %d runs on after its start was interrupted", st.PID)
	}
}
