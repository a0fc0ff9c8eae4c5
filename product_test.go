package concord_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"concord/graph/local/localtest"
)

func TestMain(m *testing.M) { os.Exit(localtest.Main(m)) }

// product is the two programs as a user has them, and a Neo4j of their own.
type product struct {
	bin string   // the folder with ingest and gql
	env []string // names the Neo4j
}

// programs builds both programs once.
var programs = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "concord-bin-")
	if err != nil {
		return "", err
	}
	for _, name := range []string{"ingest", "gql"} {
		out, err := exec.Command("go", "build", "-o", filepath.Join(dir, name), "./cmd/"+name).CombinedOutput()
		if err != nil {
			os.Stderr.Write(out)
			return "", err
		}
	}
	return dir, nil
})

func newProduct(t *testing.T) product {
	t.Helper()
	bin, err := programs()
	if err != nil {
		t.Fatal(err)
	}
	uri, username, password := localtest.Neo4j(t)
	return product{bin, append(os.Environ(),
		"NEO4J_URI="+uri, "NEO4J_USERNAME="+username, "NEO4J_PASSWORD="+password,
		"PATH="+bin+":"+os.Getenv("PATH"))}
}

// result is what a program left.
type result struct {
	stdout, stderr string
	status         int
}

// run runs a command line by the shell, in the repository's folder.
func (p product) run(t *testing.T, stdin, command string) result {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "bash", "-c", command)
	cmd.Env, cmd.Stdin = p.env, strings.NewReader(stdin)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if _, exited := err.(*exec.ExitError); err != nil && !exited {
		t.Fatalf("%s: %v", command, err)
	}
	return result{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// must runs a command that has to succeed.
func (p product) must(t *testing.T, command string) string {
	t.Helper()
	r := p.run(t, "", command)
	if r.status != 0 {
		t.Fatalf("%s: exit status %d\n%s", command, r.status, r.stderr)
	}
	return r.stdout
}

var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// serve starts gql serve on a free port and returns its address; it is stopped, in order,
// when the test ends.
func (p product) serve(t *testing.T, flags ...string) string {
	t.Helper()
	cmd := exec.Command(filepath.Join(p.bin, "gql"), append([]string{"serve", "--listen", "127.0.0.1:0"}, flags...)...)
	cmd.Env = p.env
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	url := make(chan string, 1)
	rest := make(chan struct{})
	go func() {
		defer close(rest)
		sc := bufio.NewScanner(stdout)
		for sent := false; sc.Scan(); {
			if found := address.FindString(sc.Text()); found != "" && !sent && strings.Contains(sc.Text(), "/graphql") {
				url <- found
				sent = true
			}
		}
	}()
	t.Cleanup(func() {
		cmd.Process.Signal(syscall.SIGTERM)
		<-rest
		if err := cmd.Wait(); err != nil {
			t.Errorf("gql serve ended with %v\n%s", err, stderr.String())
		}
	})
	select {
	case u := <-url:
		return u
	case <-rest:
		t.Fatalf("gql serve ended before it served\n%s", stderr.String())
	case <-time.After(time.Minute):
		t.Fatalf("gql serve printed no address\n%s", stderr.String())
	}
	return ""
}

// ask posts an operation and returns the response's body.
func ask(t *testing.T, url, query string, variables map[string]any) string {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.Post(url+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(answer)
}

// data asks and decodes the answer's data; errors fail the test.
func data(t *testing.T, url, query string, variables map[string]any) map[string]any {
	t.Helper()
	var answer struct {
		Data   map[string]any
		Errors []struct{ Message string }
	}
	body := ask(t, url, query, variables)
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		t.Fatalf("%v in %s", err, body)
	}
	if len(answer.Errors) > 0 {
		t.Fatalf("%s\ngave errors: %s", query, body)
	}
	return answer.Data
}
