// Package localtest gives tests a real Neo4j: one for each test binary, empty at first,
// on free ports of 127.0.0.1, started when a test first asks and stopped by Main.
//
// CONCORD_TEST_NEO4J says which: "local" (the default) starts Neo4j through graph/local,
// "container" starts the image neo4j:5.26-community through testcontainers-go, and a URI
// (with CONCORD_TEST_NEO4J_USERNAME and _PASSWORD) uses a server that runs already, whose
// content the tests remove.
package localtest

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/testcontainers/testcontainers-go"
	"github.com/testcontainers/testcontainers-go/wait"

	"concord/graph/local"
)

// Image is the container image that the tests ask for.
const Image = "neo4j:5.26-community"

type server struct {
	uri, username, password string
	stop                    func(context.Context) error
}

// one is this test binary's server.
var one = struct {
	sync.Once
	server
	err error
}{}

// Neo4j returns the address, user name and password of this test binary's Neo4j,
// starting it if no test has asked before. The package's TestMain must be Main.
func Neo4j(t testing.TB) (uri, username, password string) {
	t.Helper()
	one.Do(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
		defer cancel()
		switch how := os.Getenv("CONCORD_TEST_NEO4J"); {
		case how == "" || how == "local":
			one.server, one.err = startLocal(ctx)
		case how == "container":
			one.server, one.err = startContainer(ctx)
		case strings.Contains(how, "://"):
			one.server = server{uri: how, username: os.Getenv("CONCORD_TEST_NEO4J_USERNAME"), password: os.Getenv("CONCORD_TEST_NEO4J_PASSWORD")}
		default:
			one.err = fmt.Errorf("CONCORD_TEST_NEO4J is %q; set it to local, container, or a URI", how)
		}
	})
	if one.err != nil {
		t.Fatalf("no Neo4j for the tests: %v", one.err)
	}
	return one.uri, one.username, one.password
}

// Main runs a package's tests and then stops the server that they started. It is called
// from TestMain, whose exit status it returns.
func Main(m *testing.M) int {
	status := m.Run()
	if one.stop != nil {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		if err := one.stop(ctx); err != nil {
			fmt.Fprintf(os.Stderr, "stopping the tests' Neo4j: %v\n", err)
			status = 1
		}
	}
	return status
}

// Tests are a package's tests that [Main] runs, for whoever checks what they leave behind.
type Tests struct{ *testing.M }

// Run is [Main].
func (t Tests) Run() int { return Main(t.M) }

// startLocal starts Neo4j through graph/local. Another program can be quicker on a port
// that was free: then it is tried again, on others.
func startLocal(ctx context.Context) (server, error) {
	s, err := startOnFreePorts(ctx)
	for tries := 1; err != nil && strings.Contains(err.Error(), "Address already in use") && tries < 3; tries++ {
		fmt.Fprintf(os.Stderr, "starting the tests' Neo4j on other ports: %v\n", err)
		s, err = startOnFreePorts(ctx)
	}
	return s, err
}

func startOnFreePorts(ctx context.Context) (server, error) {
	dir, err := os.MkdirTemp("", "concord-neo4j-")
	if err != nil {
		return server{}, err
	}
	bolt, http, err := local.FreePorts()
	if err != nil {
		return server{}, err
	}
	s, err := local.Start(ctx, local.Config{
		Dir: dir, BoltPort: bolt, HTTPPort: http, Heap: "768m", PageCache: "64m",
		Say: func(line string) { fmt.Fprintln(os.Stderr, line) },
	})
	if err != nil {
		os.RemoveAll(dir)
		return server{}, err
	}
	return server{s.URI(), s.Username(), s.Password(), func(ctx context.Context) error {
		err := s.Stop(ctx)
		os.RemoveAll(dir)
		return err
	}}, nil
}

func startContainer(ctx context.Context) (server, error) {
	const password = "a-password-for-tests"
	c, err := testcontainers.GenericContainer(ctx, testcontainers.GenericContainerRequest{
		ContainerRequest: testcontainers.ContainerRequest{
			Image:        Image,
			ExposedPorts: []string{"7687/tcp", "7474/tcp"},
			Env:          map[string]string{"NEO4J_AUTH": "neo4j/" + password},
			WaitingFor:   wait.ForHTTP("/").WithPort("7474/tcp").WithStartupTimeout(3 * time.Minute),
		},
		Started: true,
	})
	stop := func(ctx context.Context) error { return testcontainers.TerminateContainer(c) }
	if err != nil {
		if c != nil {
			stop(ctx)
		}
		return server{}, err
	}
	endpoint, err := c.PortEndpoint(ctx, "7687/tcp", "bolt")
	if err != nil {
		stop(ctx)
		return server{}, err
	}
	return server{endpoint, "neo4j", password, stop}, nil
}
