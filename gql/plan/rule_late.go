package plan

// late decides when the nodes that a walk comes to are looked at. From its second step on a
// walk comes to a node by many ways: its labels and properties are read once it has been
// taken once, not on each of the ways. Over the first step few ways lead to the same node, and
// a condition on the way keeps what must be told apart small.
func (b *builder) late(s *Start) {
	for i := 1; i < len(s.Steps); i++ {
		s.Steps[i].Late = true
	}
	if len(s.Steps) > 1 {
		b.decide("late", true, "from the second step on many ways lead to a node, so it is tested when it has been taken once")
		return
	}
	b.decide("late", false, "few ways lead over one step to the same row, so rows are tested on the way")
}
