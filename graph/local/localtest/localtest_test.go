package localtest

import (
	"net"
	"os"
	"strings"
	"testing"
	"time"
)

func TestMain(m *testing.M) { os.Exit(Main(m)) }

func TestNeo4jAnswers(t *testing.T) {
	uri, username, password := Neo4j(t)
	if username == "" || password == "" {
		t.Errorf("user %q, password of %d bytes: want a login", username, len(password))
	}
	_, address, _ := strings.Cut(uri, "://")
	c, err := net.DialTimeout("tcp", address, 5*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	// The Bolt handshake: the magic number and four versions offered; one is chosen.
	if _, err := c.Write([]byte{0x60, 0x60, 0xB0, 0x17, 0, 4, 4, 5, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0}); err != nil {
		t.Fatal(err)
	}
	c.SetReadDeadline(time.Now().Add(5 * time.Second))
	answer := make([]byte, 4)
	if _, err := c.Read(answer); err != nil || answer[3] < 4 {
		t.Errorf("handshake answered % x, %v; want a version of Bolt", answer, err)
	}
}
