// Package local runs a real Neo4j on this machine as a child process: Community edition,
// from Maven Central's jars, on loopback only, with its own data folder and a password
// made on first start and kept in a file only its owner can read.
//
// It owns the process: jars, configuration, password, ports, starting, finding, stopping.
// It does not talk Bolt, and knows nothing of what is stored.
//
// Several processes share one server: the first that needs it starts it, the others find
// it running, and the last that stops using it stops it. Who uses it is told by a lock
// that the kernel takes back from a killed process, so nothing is ever stale.
package local

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

const (
	user         = "neo4j"
	entryPoint   = "org.neo4j.server.CommunityEntryPoint"
	startTimeout = 2 * time.Minute
	stopTimeout  = 30 * time.Second
)

// Server is a running Neo4j that this process uses.
type Server struct {
	dir      string
	state    state
	password string
	users    lock
	child    *child // nil when another process started it
}

// child is the process, when it is ours: somebody must wait for it.
type child struct {
	done chan struct{}
	err  error
}

// Start returns the Neo4j that runs on cfg.Dir, starting it if there is none, once it
// answers. The caller must Stop it.
func Start(ctx context.Context, cfg Config) (*Server, error) {
	cfg, err := cfg.withDefaults()
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(cfg.Dir, 0o700); err != nil {
		return nil, fmt.Errorf("cannot make the data folder: %w", err)
	}
	starting, err := openLock(cfg.Dir, "starting.lock")
	if err != nil {
		return nil, err
	}
	defer starting.release()
	if err := starting.take(ctx, syscall.LOCK_EX); err != nil {
		return nil, fmt.Errorf("waiting for another process to start the local Neo4j: %w", err)
	}
	users, err := openLock(cfg.Dir, "users.lock")
	if err != nil {
		return nil, err
	}
	if err := users.take(ctx, syscall.LOCK_SH); err != nil {
		users.release()
		return nil, err
	}
	s := &Server{dir: cfg.Dir, users: users}
	if err := s.findOrStart(ctx, cfg); err != nil {
		users.release()
		return nil, err
	}
	return s, nil
}

func (s *Server) findOrStart(ctx context.Context, cfg Config) error {
	found := false
	if s.state, found = readState(cfg.Dir); found {
		kept, err := os.ReadFile(filepath.Join(cfg.Dir, "password"))
		if err != nil {
			return fmt.Errorf("cannot read the password of the local Neo4j: %w", err)
		}
		s.password = string(kept)
		return s.waitReady(ctx)
	}
	javaPath, err := java(ctx)
	if err != nil {
		return err
	}
	lib, err := jars(ctx, cfg.Cache, cfg.Say)
	if err != nil {
		return err
	}
	done, err := cfg.ports()
	if err != nil {
		return err
	}
	defer done()
	if err := cfg.write(); err != nil {
		return fmt.Errorf("cannot write the local Neo4j's configuration: %w", err)
	}
	if s.password, err = cfg.password(ctx, javaPath, lib); err != nil {
		return err
	}
	cfg.Say("starting Neo4j " + Version + " on " + cfg.Dir)
	if err := s.start(cfg, javaPath, lib); err != nil {
		return err
	}
	if err := s.waitReady(ctx); err != nil {
		s.end(context.WithoutCancel(ctx))
		return err
	}
	return nil
}

func (s *Server) start(cfg Config, javaPath, lib string) error {
	for _, folder := range []string{"logs", "tmp"} {
		if err := os.MkdirAll(filepath.Join(cfg.Dir, folder), 0o700); err != nil {
			return err
		}
	}
	log, err := os.OpenFile(filepath.Join(s.logs(), "console.log"), os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("cannot open the local Neo4j's log: %w", err)
	}
	defer log.Close()
	browser, err := browserJar(lib, cfg.Dir)
	if err != nil {
		return err
	}
	cmd := exec.Command(javaPath,
		"-cp", browser+string(os.PathListSeparator)+filepath.Join(lib, "*"),
		"-Xmx"+cfg.Heap,
		// A server that starts and stops with the programs that use it spends most of its
		// time getting warm: the quick compiler alone and the simple collector halve that.
		"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true",
		"-Djava.io.tmpdir="+filepath.Join(cfg.Dir, "tmp"),
		"--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		entryPoint, "--home-dir="+cfg.Dir, "--config-dir="+filepath.Join(cfg.Dir, "conf"))
	cmd.Stdout, cmd.Stderr = log, log
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // Ctrl-C is for us: we stop it in order
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("cannot start Neo4j: %w", err)
	}
	s.child = &child{done: make(chan struct{})}
	go func(c *child) {
		c.err = cmd.Wait()
		close(c.done)
	}(s.child)
	s.state = state{PID: cmd.Process.Pid, BoltPort: cfg.BoltPort, HTTPPort: cfg.HTTPPort, BrowserCommand: cfg.BrowserCommand}
	return s.state.write(cfg.Dir)
}

func (s *Server) waitReady(ctx context.Context) error {
	ctx, cancel := context.WithTimeoutCause(ctx, startTimeout, fmt.Errorf("Neo4j did not answer within %s; its logs are in %s", startTimeout, s.logs()))
	defer cancel()
	for {
		answers := s.state.answering(ctx, s.password)
		if !s.running() { // asked last: what answers can be another program on our port
			return fmt.Errorf("Neo4j ended while starting; the end of its logs in %s says:\n%s", s.logs(), s.lastWords())
		}
		if answers {
			return nil
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-time.After(100 * time.Millisecond):
		}
	}
}

func (s *Server) logs() string { return filepath.Join(s.dir, "logs") }

// lastWords is the end of what the process printed and of what Neo4j logged.
func (s *Server) lastWords() string {
	var words []string
	for _, name := range []string{"console.log", "neo4j.log"} {
		log, err := os.ReadFile(filepath.Join(s.logs(), name))
		if text := strings.TrimSpace(string(log)); err == nil && text != "" {
			words = append(words, tail(text, 15))
		}
	}
	return strings.Join(words, "\n")
}

func (s *Server) running() bool {
	if s.child != nil {
		select {
		case <-s.child.done:
			return false
		default:
			return true
		}
	}
	return s.state.alive(s.dir)
}

// Stop ends this process's use of the server, and the server itself when no other
// process uses it.
func (s *Server) Stop(ctx context.Context) error {
	starting, err := openLock(s.dir, "starting.lock")
	if err != nil {
		return err
	}
	defer starting.release()
	if err := starting.take(ctx, syscall.LOCK_EX); err != nil {
		return err
	}
	defer s.users.release()
	if !s.users.try() {
		return nil // somebody else uses it
	}
	return s.end(ctx)
}

// Release ends this process's use of the server and leaves it running for the next.
func (s *Server) Release() { s.users.release() }

// end stops the process: asked first, then forced. That it had ended of itself is an
// error, told with its last words.
func (s *Server) end(ctx context.Context) error {
	var gone error
	if !s.running() {
		gone = fmt.Errorf("Neo4j (process %d) had ended of itself; the end of its logs in %s says:\n%s", s.state.PID, s.logs(), s.lastWords())
	} else {
		if err := syscall.Kill(s.state.PID, syscall.SIGTERM); err != nil && !errors.Is(err, syscall.ESRCH) {
			return fmt.Errorf("cannot stop Neo4j (process %d): %w", s.state.PID, err)
		}
		ctx, cancel := context.WithTimeout(ctx, stopTimeout)
		defer cancel()
		for s.running() {
			select {
			case <-ctx.Done():
				syscall.Kill(s.state.PID, syscall.SIGKILL)
				return fmt.Errorf("Neo4j (process %d) did not stop in time and was killed", s.state.PID)
			case <-time.After(50 * time.Millisecond):
			}
		}
	}
	return errors.Join(gone, os.Remove(statePath(s.dir)))
}

// URI returns the server's address for drivers: bolt://127.0.0.1 and the port.
func (s *Server) URI() string { return "bolt://127.0.0.1:" + strconv.Itoa(s.state.BoltPort) }

// Username returns the name of the server's user.
func (s *Server) Username() string { return user }

// Password returns that user's password.
func (s *Server) Password() string { return s.password }

// PasswordFile returns the path of the file that keeps the password.
func (s *Server) PasswordFile() string { return filepath.Join(s.dir, "password") }

// PID returns the number of Neo4j's process.
func (s *Server) PID() int { return s.state.PID }

// Started reports whether this process started the server, rather than found it.
func (s *Server) Started() bool { return s.child != nil }
