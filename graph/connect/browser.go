package connect

import (
	"net"
	"net/netip"
)

// Pages is the address at which gql serves its pages, HOST:PORT, as far as it is known
// before anything listens. Neo4j reads what its Browser shall open when it starts, and
// the program that starts it may be another one than the one that serves.
type Pages string

// URL returns the address as Neo4j Browser on this machine asks for it, without a slash
// at the end.
func (p Pages) URL() string {
	host, port := p.split()
	return "http://" + net.JoinHostPort(host, port)
}

// Host returns the host alone. What listens on all addresses is asked on this machine's.
func (p Pages) Host() string {
	host, _ := p.split()
	return host
}

func (p Pages) split() (host, port string) {
	host, port, err := net.SplitHostPort(string(p))
	if err != nil {
		return string(p), "80"
	}
	if ip, err := netip.ParseAddr(host); host == "" || err == nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return host, port
}

// AsLocalhost is the same address by the name localhost where it is one of this machine alone: the
// Browser of a Neo4j whose settings nobody touched may ask localhost, and not 127.0.0.1.
func (p Pages) AsLocalhost() Pages {
	host, port := p.split()
	if ip, err := netip.ParseAddr(host); err == nil && ip.IsLoopback() {
		return Pages(net.JoinHostPort("localhost", port))
	}
	return p
}

// Style and Guide are the commands by which Neo4j Browser takes the colours and captions
// and opens the guide, without the colon that a person types before them.
func (p Pages) Style() string { return "style " + p.URL() + "/browser/style.grass" }
func (p Pages) Guide() string { return "guide " + p.URL() + "/browser/guide.html" }

// BrowserCommand is the value of Neo4j's setting browser.post_connect_cmd that makes
// Browser do both after connecting.
func (p Pages) BrowserCommand() string { return p.Style() + "; " + p.Guide() }
