package guard_test

import (
	"testing"

	"concord/gql/guard"
	"concord/gql/guard/guardtest"
)

func TestAttacks(t *testing.T) {
	for _, a := range guardtest.Attacks() {
		t.Run(a.Name, func(t *testing.T) {
			refused := guard.Default().Check(a.Text)
			if len(refused) == 0 {
				t.Fatalf("accepted, want %s", a.Want)
			}
			found := false
			for _, r := range refused {
				found = found || r.Code == a.Want
				if len(r.Message) > 400 {
					t.Errorf("the message has %d bytes: %.80s…", len(r.Message), r.Message)
				}
			}
			if !found {
				t.Errorf("got %v, want %s", refused, a.Want)
			}
			t.Log(refused[0])
		})
	}
}

// BenchmarkAttacks shows what refusing costs: the time of the slowest is the answer to
// how long a hostile request holds a core.
func BenchmarkAttacks(b *testing.B) {
	for _, a := range guardtest.Attacks() {
		b.Run(a.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				guard.Default().Check(a.Text)
			}
		})
	}
}
