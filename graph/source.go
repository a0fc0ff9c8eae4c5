package graph

import "slices"

// Source is a claim as somebody who follows a node or edge back to its words needs it.
type Source struct {
	Claim      string // ID
	Document   string // ID
	Title      string // of the document
	Published  string // of the document, in EDTF; empty where not known
	Passage    string // ID
	Quote      string // verbatim
	Basis      Basis
	Confidence float64 // 0 to 1
}

// SourceOf returns c as a source; d is its document.
func SourceOf(c Claim, d Document) Source {
	return Source{c.ID, c.Document, d.Title, d.Published, c.Passage, c.Quote, c.Basis, c.Confidence}
}

// SortSources sorts sources from the best to the worst, as Edge chooses its quote.
func SortSources(sources []Source) {
	claim := func(s Source) Claim {
		return Claim{ID: s.Claim, Basis: s.Basis, Confidence: s.Confidence, Quote: s.Quote}
	}
	slices.SortFunc(sources, func(a, b Source) int { return compareClaims(claim(a), claim(b)) })
}

// SourcedNode is a node with where it comes from: the documents that describe it, by ID
// (without their texts), and the claims that its properties stand on, the best first.
// Under holds the IDs of the organizations within whose framework it was, sorted.
type SourcedNode struct {
	Node
	Under     []string
	Documents []Document
	Sources   []Source
}

// SourcedEdge is an edge with the nodes that it joins (without their sources) and the
// claims that support it, the best first.
type SourcedEdge struct {
	Edge
	Subject, Object SourcedNode
	Sources         []Source
}
