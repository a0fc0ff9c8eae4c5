package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/url"
	"os"
	"os/exec"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"concord/cypher"
	"concord/graph"
	"concord/graph/local/localtest"
)

// commitMessage is Bolt's COMMIT (Bolt protocol, "Messages"): a structure without
// fields, tag 0x12, in a chunk of its own.
var commitMessage = []byte{0x00, 0x02, 0xb0, 0x12, 0x00, 0x00}

// proxy passes Bolt on until a transaction commits. Then it cuts the connection: before the
// server hears of it, or after, so that the answer is lost.
type proxy struct {
	listener net.Listener
	server   string
	cutsLeft atomic.Int32
	deliver  bool
	open     sync.WaitGroup
}

func startProxy(t *testing.T, server string, cuts int, deliver bool) *proxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &proxy{listener: l, server: server, deliver: deliver}
	p.cutsLeft.Store(int32(cuts))
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			p.open.Add(1)
			go p.pass(c)
		}
	}()
	t.Cleanup(func() { l.Close() })
	return p
}

func (p *proxy) pass(client net.Conn) {
	defer p.open.Done()
	defer client.Close()
	server, err := net.Dial("tcp", p.server)
	if err != nil {
		return
	}
	defer server.Close()
	var silent atomic.Bool // nothing more goes back to the client
	go func() {
		defer client.Close()
		buffer := make([]byte, 1<<16)
		for {
			n, err := server.Read(buffer)
			if err != nil || silent.Load() {
				return
			}
			if _, err := client.Write(buffer[:n]); err != nil {
				return
			}
		}
	}()
	buffer := make([]byte, 1<<16)
	for {
		n, err := client.Read(buffer)
		if err != nil {
			return
		}
		cut := bytes.Contains(buffer[:n], commitMessage) && p.cutsLeft.Add(-1) >= 0
		silent.Store(cut)
		if !cut || p.deliver {
			if _, err := server.Write(buffer[:n]); err != nil {
				return
			}
		}
		if cut {
			if p.deliver {
				time.Sleep(200 * time.Millisecond) // for the server to commit
			}
			return
		}
	}
}

// A lost acknowledgement, or a commit that never arrived, gives the same graph and the
// same account of what changed.
func TestLostAcknowledgement(t *testing.T) {
	s := open(t)
	save(t, s, first())
	want := save(t, s, second())
	wanted := contents(t, s)
	uri, username, password := localtest.Neo4j(t)
	address, _ := url.Parse(uri)
	for _, deliver := range []bool{true, false} {
		t.Run(fmt.Sprintf("delivered=%v", deliver), func(t *testing.T) {
			direct := open(t)
			save(t, direct, first())
			p := startProxy(t, address.Host, 2, deliver)
			s, err := Open(t.Context(), Config{URI: "bolt://" + p.listener.Addr().String(), Username: username, Password: password})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close(context.Background())
			got := save(t, s, second())
			if p.cutsLeft.Load() > 0 && !deliver || p.cutsLeft.Load() == 2 {
				t.Fatalf("the connection was not cut: %d cuts left", p.cutsLeft.Load())
			}
			got.Bookmarks, want.Bookmarks = nil, nil
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("changed %+v, want %+v", got, want)
			}
			same(t, "after the cut", contents(t, direct), wanted)
			verified(t, direct)

			p.cutsLeft.Store(1)
			if _, err := s.Retract(t.Context(), "Second"); err != nil {
				t.Errorf("removing: %v: %v", err, cause(err))
			}
			if documents, err := direct.Documents(t.Context()); err != nil || len(documents) != 1 {
				t.Errorf("%d documents are left, %v", len(documents), err)
			}
			verified(t, direct)
		})
	}
}

// saverProcess is this test binary as a process that saves documents until it is killed.
const saverProcess = "CONCORD_TEST_SAVER"

func numbered(i int) graph.Bundle {
	var d document
	d.entity("country:CHN", "China", nil)
	d.entity("country:THA", "Thailand", nil)
	id := fmt.Sprintf("exercise:strike-%d", i%3)
	d.entity(id, "Strike", props{"date": "2007"})
	for k := range 40 {
		subject := []string{"country:CHN", "country:THA"}[k%2]
		d.say(fmt.Sprintf("%s joined, line %d.", subject, k), graph.Claim{Subject: subject, Relation: graph.ParticipatedIn, Object: id, Properties: props{"role": "participant"}})
	}
	return d.bundle(fmt.Sprintf("Document %d", i))
}

func TestSaver(t *testing.T) {
	if os.Getenv(saverProcess) == "" {
		t.Skip("runs as a process of TestKilledWhileSaving only")
	}
	s, err := Open(t.Context(), Config{URI: os.Getenv(saverProcess), Username: os.Getenv(saverProcess + "_USERNAME"), Password: os.Getenv(saverProcess + "_PASSWORD")})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("saving")
	for i := range 1000 {
		if _, err := s.Save(t.Context(), numbered(i)); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Retract(t.Context(), fmt.Sprintf("Document %d", i/2)); err != nil && CodeOf(err) != NotFound {
			t.Fatal(err)
		}
	}
}

// Killing the process while it saves leaves whole documents, and nobody waits for the dead.
func TestKilledWhileSaving(t *testing.T) {
	s := open(t)
	uri, username, password := localtest.Neo4j(t)
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	whole := 0 // documents that the killed processes left
	for range 6 {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestSaver$", "-test.v")
		cmd.Env = append(os.Environ(), saverProcess+"="+uri, saverProcess+"_USERNAME="+username, saverProcess+"_PASSWORD="+password)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if err := waitFor(out, "saving\n"); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(50+random.IntN(1500)) * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait()
		save(t, s, second())
		verified(t, s)
		documents, err := s.Documents(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		whole += len(documents) - 1
		for _, d := range documents {
			if d.Title != "Second" && (d.Claims != 40 || d.Passages != 40 || d.Entities != 3) {
				t.Errorf("%s is not whole: %d claims, %d passages, %d entities", d.Title, d.Claims, d.Passages, d.Entities)
			}
		}
	}
	if whole == 0 {
		t.Error("every process was killed before it had saved anything")
	}
}

func waitFor(r io.Reader, text string) error {
	var seen []byte
	buffer := make([]byte, 256)
	for !bytes.Contains(seen, []byte(text)) {
		n, err := r.Read(buffer)
		if err != nil {
			return errors.Join(err, errors.New(string(seen)))
		}
		seen = append(seen, buffer[:n]...)
	}
	go io.Copy(io.Discard, r)
	return nil
}

// Writers side by side give the graph that one gives.
func TestWritersSideBySide(t *testing.T) {
	s := open(t)
	for i := range 8 {
		save(t, s, numbered(i))
	}
	want := contents(t, s)
	s = open(t)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			if _, err := s.Save(t.Context(), numbered(i)); err != nil {
				t.Errorf("%v: %v", err, cause(err))
			}
		})
	}
	wg.Wait()
	same(t, "eight writers", contents(t, s), want)
}

func TestReadFaults(t *testing.T) {
	s := open(t)
	slow := cypher.Statement{Text: `UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*) AS n`}
	canceled, cancel := context.WithCancel(t.Context())
	time.AfterFunc(300*time.Millisecond, cancel)
	for _, c := range []struct {
		name      string
		ctx       context.Context
		statement cypher.Statement
		o         ReadOptions
		want      Code
	}{
		{"syntax", t.Context(), cypher.Statement{Text: "RETRUN 1"}, ReadOptions{}, Syntax},
		{"a parameter that is missing", t.Context(), cypher.Statement{Text: "RETURN $x"}, ReadOptions{}, Parameter},
		{"a parameter that is no date", t.Context(), cypher.Statement{Text: "RETURN $x", Params: map[string]any{"x": cypher.Date("yesterday")}}, ReadOptions{}, Parameter},
		{"writing", t.Context(), cypher.Statement{Text: "CREATE (n:Topic {id: 'topic:x'}) RETURN n"}, ReadOptions{}, ReadOnly},
		{"a schema change", t.Context(), cypher.Statement{Text: "CREATE INDEX x IF NOT EXISTS FOR (n:X) ON (n.x)"}, ReadOptions{}, ReadOnly},
		{"too slow", t.Context(), slow, ReadOptions{Timeout: 500 * time.Millisecond}, Timeout},
		{"given up", canceled, slow, ReadOptions{}, Canceled},
		{"too much memory", t.Context(), cypher.Statement{Text: "UNWIND range(1, 100000000) AS i WITH collect({i: i, s: toString(i) + 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'}) AS l RETURN size(l) AS n"}, ReadOptions{}, Memory},
	} {
		_, err := s.Read(c.ctx, c.statement, c.o)
		if CodeOf(err) != c.want {
			t.Errorf("%s: %v (%s, %v), want %s", c.name, err, CodeOf(err), cause(err), c.want)
		}
	}
	time.Sleep(2500 * time.Millisecond) // the server looks for transactions over their time every 2 s
	r, err := s.Read(t.Context(), cypher.Statement{Text: "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range' RETURN count(*) AS n"}, ReadOptions{})
	if err != nil || r.Rows[0][0] != int64(0) {
		t.Errorf("statements still running on the server: %v, %v", r.Rows, err)
	}
}

func TestOpenFaults(t *testing.T) {
	uri, username, _ := localtest.Neo4j(t)
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := closed.Addr().String()
	closed.Close()
	silent, err := net.Listen("tcp", "127.0.0.1:0") // accepts and never answers
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	for _, c := range []struct {
		config Config
		want   Code
	}{
		{Config{URI: "localhost:7687"}, Invalid},
		{Config{URI: "http://localhost:7474"}, Invalid},
		{Config{URI: "bolt://neo4j:secret@localhost:7687"}, Invalid},
		{Config{URI: "bolt://localhost:7687", Password: "secret"}, Invalid},
		{Config{URI: "bolt://" + address}, Unavailable},
		{Config{URI: "neo4j://" + address, ConnectTimeout: time.Second}, Unavailable},
		{Config{URI: "bolt://" + silent.Addr().String(), ConnectTimeout: time.Second}, Unavailable},
		{Config{URI: uri, Username: "neo4j", Password: "secret"}, Auth},
	} {
		if c.want == Auth && username == "" {
			t.Log("the server asks for no login: a refused one is not tried")
			continue
		}
		s, err := Open(t.Context(), c.config)
		if CodeOf(err) != c.want {
			t.Errorf("%s: %v (%v), want %s", c.config.URI, err, cause(err), c.want)
		}
		if err != nil && (bytes.Contains([]byte(err.Error()), []byte("secret")) || bytes.Contains([]byte(err.Error()), []byte("127.0.0.1"))) {
			t.Errorf("%v tells too much", err)
		}
		if s != nil {
			s.Close(t.Context())
		}
	}
}

func TestCodeOfServer(t *testing.T) {
	for code, want := range map[string]Code{
		"Neo.ClientError.Security.Unauthorized":                              Auth,
		"Neo.ClientError.Security.AuthenticationRateLimit":                   Auth,
		"Neo.ClientError.Statement.SyntaxError":                              Syntax,
		"Neo.ClientError.Statement.AccessMode":                               ReadOnly,
		"Neo.ClientError.Schema.ConstraintValidationFailed":                  Constraint,
		"Neo.ClientError.Transaction.TransactionTimedOut":                    Timeout,
		"Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration": Timeout,
		"Neo.TransientError.General.MemoryPoolOutOfMemoryError":              Memory,
		"Neo.TransientError.General.OutOfMemoryError":                        Memory,
		"Neo.TransientError.Transaction.DeadlockDetected":                    Conflict,
		"Neo.TransientError.General.DatabaseUnavailable":                     Unavailable,
		"Neo.ClientError.Cluster.NotALeader":                                 Unavailable,
		"Neo.ClientError.Database.DatabaseNotFound":                          NotFound,
		"Neo.DatabaseError.General.UnknownError":                             Database,
		"Neo.ClientError.Transaction.TransactionHookFailed":                  Database,
		"Neo.TransientError.Transaction.LockAcquisitionTimeout":              Conflict,
		"Neo.ClientError.Statement.ParameterMissing":                         Parameter,
		"Neo.ClientError.Statement.TypeError":                                Parameter,
		"Neo.TransientError.Transaction.BookmarkTimeout":                     Conflict,
		"Neo.TransientError.Transaction.Terminated":                          Timeout,
	} {
		err := fmt.Errorf("wrapped: %w", &neo4j.Neo4jError{Code: code, Msg: "at 10.0.0.1 with secret"})
		e := translate(t.Context(), err)
		if e.Code != want || e.Message != messages[want] || !errors.Is(e, err) {
			t.Errorf("%s is %s, %q; want %s", code, e.Code, e.Message, want)
		}
	}
	for err, want := range map[error]Code{
		context.Canceled: Canceled, context.DeadlineExceeded: Timeout, io.ErrUnexpectedEOF: Unavailable, io.EOF: Unavailable,
		&neo4j.ConnectivityError{}: Unavailable, errors.New("x"): Database,
	} {
		if e := translate(t.Context(), err); e.Code != want {
			t.Errorf("%T is %s, want %s", err, e.Code, want)
		}
	}
}
