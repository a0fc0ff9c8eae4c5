# Concord: the main targets are run and test; both bring what they need.

SHELL := /bin/bash
.DEFAULT_GOAL := help
DOCS ?= testdata/documents
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOFUMPT := mvdan.cc/gofumpt@v0.12.0

need = command -v $(1) >/dev/null || { echo "$(1) is missing: $(2)" >&2; exit 1; }

.PHONY: help run build playground test race bench peer peer-answers lint fuzz differential evaluate examples clients schemathesis pictures browser container clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: build ## ingest DOCS (the bundled documents) into a local Neo4j, or NEO4J_URI's, and serve them
	@bin/ingest run --keep $(DOCS); status=$$?; \
	if [ $$status -gt 1 ]; then exit $$status; fi; \
	exec bin/gql serve

build: playground ## build bin/ingest and bin/gql
	@$(call need,go,install Go 1.26 or later)
	go build -trimpath -o bin/ingest ./cmd/ingest
	go build -trimpath -o bin/gql ./cmd/gql

playground: ## bundle the playground's pages, where Node is present
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory -C gql/playground; \
	else echo "npm is missing: the playground is left out (install Node 20 or later, then make playground)"; fi

test: playground ## every test that needs no container
	@$(call need,go,install Go 1.26 or later)
	go vet ./...
	go test -timeout 30m ./...

race: ## the tests of what runs concurrently, under the race detector
	go test -race -short -timeout 30m ./gql/answer ./gql/guard ./gql/plan ./gql/playground ./gql/reader ./gql/server ./gql/metrics ./gql/tracing ./graph/store ./ingest/...

bench: ## the benchmarks, with the yardstick: gql beside Cypher written by hand, on one Neo4j
	go test -run '^$$' -bench . -benchmem ./...

PEER := gql/yardstick/testdata/peer

peer: peer-answers ## compare with @neo4j/graphql (installed with npm): schemas, answers, speed
	CONCORD_PEER=$(abspath $(PEER)) go test -run '^$$' -bench Yardstick ./gql/yardstick

peer-answers: ## the same without speed
	@$(call need,npm,install Node 20 or later)
	npm --prefix $(PEER) ci --no-progress --prefer-offline
	CONCORD_PEER=$(abspath $(PEER)) go test -count=1 -run Peer ./gql/schema ./gql/compile ./gql/server

lint: ## gofumpt, go vet, staticcheck
	@out=$$(go run $(GOFUMPT) -l $$(git ls-files '*.go')); if [ -n "$$out" ]; then echo "not formatted (run go run $(GOFUMPT) -w):"; echo "$$out"; exit 1; fi
	go vet ./...
	go run $(STATICCHECK) ./...

# Fuzzing is bounded by runs: bounded by time, Go's fuzzer at times reports its own deadline as a failure.
fuzz: ## each fuzz test for a short while
	@grep -rHoE '^func Fuzz\w+' --include='*_test.go' . | sed -E 's/:func / /' | sort | while read -r file name; do \
	  case $$name in FuzzOperations) runs=400;; FuzzText|FuzzLoad|FuzzRead|FuzzExtract) runs=10000;; *) runs=50000;; esac; \
	  echo "$$name, $$runs runs"; \
	  out=$$(go test -run '^$$' -fuzz "^$$name\$$" -fuzztime $${runs}x -fuzzminimizetime 5x "$$(dirname "$$file")" 2>&1 </dev/null) || { echo "$$out"; exit 1; }; \
	done

# Other operations: SEED=2. A million: CHECKS=10000, which takes hours.
differential: ## 20,000 random operations, answered by Neo4j and by plain reckoning
	go test -count=1 -timeout 24h -v -run TestDifferential ./gql/naive -rapid.seed=$(or $(SEED),1) -rapid.checks=$(or $(CHECKS),240)

evaluate: ## how well extraction reads the corpus: precision, recall, F1 by relation
	go test -count=1 -run TestScore -v ./ingest/extract

browser: build ## the pages in headless Chromium, on a Neo4j of their own
	@$(call need,chromium,install it (Debian: apt-get install chromium))
	.ci/served $(MAKE) --no-print-directory -C gql/playground test

pictures: build ## the pictures of the pages in docs/
	@$(call need,chromium,install it (Debian: apt-get install chromium))
	.ci/served $(MAKE) --no-print-directory -C gql/playground pictures

clients: build ## GraphQL clients that people use, against a server of their own
	.ci/served $(MAKE) --no-print-directory -C gql/clients

examples: build ## the exports and the notebook in Python (and R, if it is there), on a Neo4j of their own
	examples/run

schemathesis: build ## generated operations over the whole API, against the running gql, for a minute
	.ci/schemathesis

container: ## the store's and the server's tests against Neo4j in a container
	.ci/container ./graph/store ./gql/server ./graph/local/localtest

clean: ## remove what was built; the local Neo4j's data in .data stays
	rm -rf bin
	@$(MAKE) --no-print-directory -C gql/playground clean
