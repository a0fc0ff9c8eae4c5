"""Reads what `ingest export` writes with the libraries that researchers use.

EXPORTS names the folder in which examples/run wrote one file for each format.
"""

import json
import os
import pathlib

import duckdb
import igraph
import networkx
import pandas
import pyld.jsonld
import pytest
import rdflib

FOLDER = pathlib.Path(os.environ["EXPORTS"])


@pytest.fixture(scope="module")
def edges():
    return pandas.read_csv(FOLDER / "edges.csv", keep_default_na=False)


@pytest.fixture(scope="module")
def nodes():
    return pandas.read_csv(FOLDER / "nodes.csv", keep_default_na=False)


def test_tables_refer_to_each_other(nodes, edges):
    assert len(nodes) > 100 and len(edges) > 100
    assert nodes.id.is_unique and edges.id.is_unique
    assert set(edges.source) | set(edges.target) <= set(nodes.id)
    assert (edges.quote != "").all() and (edges.claims != "").all() and (edges.documents != "").all()
    claims = pandas.read_csv(FOLDER / "claims.csv", keep_default_na=False)
    assert {c for row in edges.claims for c in row.split("|")} <= set(claims.claim)


def test_every_property_has_its_column(nodes, edges):
    assert (nodes.properties == "").all() and (edges.properties == "").all()


@pytest.mark.parametrize("name", ["graph.graphml", "graph.gexf"])
def test_networks(name, nodes, edges):
    if name.endswith("graphml"):
        network = networkx.read_graphml(FOLDER / name)
    else:
        network = networkx.read_gexf(FOLDER / name, version="1.3")
    assert network.is_multigraph() and network.is_directed()
    assert set(network) == set(nodes.id)
    assert network.number_of_edges() == len(edges)
    named = dict(zip(nodes.id, nodes.name))
    assert all(network.nodes[n]["label"] == named[n] for n in network)


def test_igraph_reads_the_same_network(nodes, edges):
    network = igraph.Graph.Read_GraphML(str(FOLDER / "graph.graphml"))
    assert network.is_directed()
    assert sorted(network.vs["id"]) == sorted(nodes.id) and network.vcount() == len(nodes)
    assert network.ecount() == len(edges)
    # Its reader of GraphML mixes up edges' own ids, so edges are compared by their ends and relation.
    ends = sorted((network.vs[e.source]["id"], network.vs[e.target]["id"], e["label"]) for e in network.es)
    assert ends == sorted(zip(edges.source, edges.target, edges.relation))


def test_gephi_opens_both(nodes, edges):
    path = FOLDER / "gephi.tsv"
    if not path.exists():
        pytest.skip("Gephi's importers were not run: Java 17 or Maven is missing, or the toolkit cannot be had")
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    read = {(pathlib.Path(file).suffix, how): tuple(map(int, counts)) for file, how, *counts in rows}
    assert set(read) == {(kind, how) for kind in (".graphml", ".gexf") for how in ("merged", "kept")}
    # GEXF says the type of an edge, by which Gephi tells parallel ones apart; GraphML has no place for it.
    apart = {".graphml": ["source", "target"], ".gexf": ["source", "target", "relation"]}
    for (kind, how), counts in read.items():
        number = len(edges) if how == "kept" else len(edges.drop_duplicates(apart[kind]))
        assert counts == (len(nodes), number, len(edges)), (kind, how)


def test_duckdb_reads_the_tables(nodes, edges):
    for name, table in {"nodes": nodes, "edges": edges, "claims": None, "dyads": None}.items():
        table = pandas.read_csv(FOLDER / f"{name}.csv", keep_default_na=False) if table is None else table
        columns = [row[0] for row in duckdb.sql(f"DESCRIBE SELECT * FROM '{FOLDER}/{name}.parquet'").fetchall()]
        assert columns == list(table.columns)
        assert duckdb.sql(f"SELECT count(*) FROM '{FOLDER}/{name}.parquet'").fetchall() == [(len(table),)]
    quoted = duckdb.sql(f"SELECT count(*) FROM '{FOLDER}/edges.parquet' WHERE len(claims) > 0 AND quote <> '' AND len(documents) = len(titles)")
    assert quoted.fetchall() == [(len(edges),)]


def test_parquet_is_the_csv(nodes, edges):
    for name, table in {"nodes": nodes, "edges": edges}.items():
        typed = pandas.read_parquet(FOLDER / f"{name}.parquet")
        assert list(typed.columns) == list(table.columns)
        assert list(typed.id) == list(table.id)
        assert ["|".join(c) for c in typed.claims] == list(table.claims)
        assert [str(d) if d else "" for d in typed.earliest] == list(table.earliest)


def test_dyad_years_join():
    dyads = pandas.read_csv(FOLDER / "dyads.csv")
    assert len(dyads) > 50
    assert not dyads.duplicated(["iso3A", "iso3B", "year", "relation", "label"]).any()
    assert (dyads.iso3A < dyads.iso3B).all()
    assert (dyads.countStated <= dyads["count"]).all()
    known = dyads.dropna(subset=["cowA", "cowB"])
    assert (known.cowDyad == 1000 * known[["cowA", "cowB"]].min(axis=1) + known[["cowA", "cowB"]].max(axis=1)).all()


def test_linked_data(edges):
    triples = rdflib.Graph().parse(FOLDER / "graph.jsonld", format="json-ld")
    term, rdf = rdflib.Namespace("urn:concord:term:"), rdflib.RDF
    for relation, rows in edges.groupby("relation"):
        assert len(set(triples.subject_objects(term[relation]))) == len(set(zip(rows.source, rows.target)))
    statements = set(triples.subjects(rdf.type, rdf.Statement))
    assert len(statements) == len(edges)
    prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
    quotes = {q for s in statements for c in triples.objects(s, prov.wasDerivedFrom) for q in triples.objects(c, prov.value)}
    assert {str(q) for q in quotes} >= set(edges.quote)


def test_another_reader_of_linked_data(nodes, edges):
    document = json.loads((FOLDER / "graph.jsonld").read_text(encoding="utf-8"))
    expanded = pyld.jsonld.expand(document)  # the context stands in the file: nothing is fetched
    kinds = [kind for thing in expanded for kind in thing.get("@type", [])]
    assert kinds.count("http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement") == len(edges)
    entities = [thing for thing in expanded if any(kind.endswith(":" + label) for kind in thing.get("@type", []) for label in set(nodes.label))]
    assert len({thing["@id"] for thing in entities}) == len(nodes)


def test_claims_are_json_lines():
    kinds = [json.loads(line)["type"] for line in (FOLDER / "graph.jsonl").open(encoding="utf-8")]
    assert set(kinds) == {"entity", "claim"}
