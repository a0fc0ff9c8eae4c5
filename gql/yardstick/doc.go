// Package yardstick measures how fast gql answers, side by side with what it is compared to.
//
// It has only benchmarks: a graph of fixed shape with its schema, seven questions, each with the
// Cypher that a person would write for it (testdata/questions), and a client that asks at
// one and at sixteen connections. Three servers stand on one Neo4j, each a process of its
// own: gql as it is shipped; a bare net/http handler that runs the hand-written Cypher
// through the driver; and, where it is installed (make peer), @neo4j/graphql behind Apollo
// Server. They are asked in turns within one run, since nothing else on a shared machine
// can be compared: what counts is the ratios.
package yardstick
