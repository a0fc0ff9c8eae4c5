"""Reads what `ingest export` writes with the libraries that researchers use.

EXPORTS names the folder in which examples/run wrote one file for each format.
"""

import json
import os
import pathlib

import networkx
import pandas
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


def test_claims_are_json_lines():
    kinds = [json.loads(line)["type"] for line in (FOLDER / "graph.jsonl").open(encoding="utf-8")]
    assert set(kinds) == {"entity", "claim"}
