package local

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// state is what a running server leaves for those who find it.
type state struct {
	PID      int `json:"pid"`
	BoltPort int `json:"boltPort"`
	HTTPPort int `json:"httpPort"`

	BrowserCommand string `json:"browserCommand,omitempty"`
}

func statePath(dir string) string { return filepath.Join(dir, "server.json") }

// readState returns the state of the server running on dir, and false when there is
// none: no file, or one left by a server that has ended.
func readState(dir string) (state, bool) {
	var s state
	data, err := os.ReadFile(statePath(dir))
	if err != nil || json.Unmarshal(data, &s) != nil || !s.alive(dir) {
		return state{}, false
	}
	return s, true
}

func (s state) write(dir string) error {
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	next := statePath(dir) + ".new"
	if err := os.WriteFile(next, data, 0o600); err != nil {
		return fmt.Errorf("cannot note the local Neo4j's process: %w", err)
	}
	return os.Rename(next, statePath(dir))
}

// alive reports whether the process is there and is a Neo4j on dir. A number can have
// been given to another process since, so where /proc tells, the command line decides.
func (s state) alive(dir string) bool {
	if s.PID <= 0 || errors.Is(syscall.Kill(s.PID, 0), syscall.ESRCH) {
		return false
	}
	cmdline, err := os.ReadFile("/proc/" + strconv.Itoa(s.PID) + "/cmdline")
	if err != nil {
		return !errors.Is(err, os.ErrNotExist) || !procMounted()
	}
	return strings.Contains(string(cmdline), entryPoint) && strings.Contains(string(cmdline), "--home-dir="+dir)
}

func procMounted() bool {
	_, err := os.Stat("/proc/self")
	return err == nil
}

// answering reports whether the server runs a statement of its user neo4j (the Query API,
// Neo4j 5.19 and later) and listens for Bolt. That its pages are there says little: they
// come before its databases. A refused login is an answer too, which whoever connects
// will be told.
func (s state) answering(ctx context.Context, password string) bool {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	url := "http://127.0.0.1:" + strconv.Itoa(s.HTTPPort) + "/db/neo4j/query/v2"
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, strings.NewReader(`{"statement":"RETURN 1"}`))
	if err != nil {
		return false
	}
	req.Header.Set("Content-Type", "application/json")
	req.SetBasicAuth(user, password)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusAccepted && resp.StatusCode != http.StatusUnauthorized {
		return false
	}
	bolt, err := new(net.Dialer).DialContext(ctx, "tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(s.BoltPort)))
	if err != nil {
		return false
	}
	return bolt.Close() == nil
}

// lock is an advisory lock on a file of the data folder. The kernel lets go of it when
// the process ends, however that happens, so none is ever stale.
type lock struct{ f *os.File }

func openLock(dir, name string) (lock, error) {
	f, err := os.OpenFile(filepath.Join(dir, name), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return lock{}, fmt.Errorf("cannot open a lock in the data folder: %w", err)
	}
	return lock{f}, nil
}

// take waits for the lock; how is syscall.LOCK_EX or syscall.LOCK_SH.
func (l lock) take(ctx context.Context, how int) error {
	for {
		err := syscall.Flock(int(l.f.Fd()), how|syscall.LOCK_NB)
		if err == nil || !errors.Is(err, syscall.EWOULDBLOCK) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// try takes the lock for itself alone, if nobody else has it.
func (l lock) try() bool { return syscall.Flock(int(l.f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil }

func (l lock) release() { l.f.Close() }
