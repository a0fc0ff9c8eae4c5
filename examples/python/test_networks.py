"""Answers the research questions about networks again, with networkx and from the exported tables.

The expected rows in testdata/answers/ come from Cypher; here they are reckoned by another way. The
parameters are the examples in the headers of cypher/queries/.
"""

import itertools
import json
import os
import pathlib
import re

import networkx
import pandas
import pytest

FOLDER = pathlib.Path(os.environ["EXPORTS"])
ROOT = pathlib.Path(__file__).parents[2]

nodes = pandas.read_csv(FOLDER / "nodes.csv", keep_default_na=False).set_index("id")
edges = pandas.read_csv(FOLDER / "edges.csv", keep_default_na=False)
NAMES = nodes.name.to_dict()
ISO3 = nodes[nodes.label == "Country"].iso3.to_dict()


def question(name):
    """The query's parameters and the rows expected of it."""
    header = (ROOT / f"cypher/queries/{name}.cypher").read_text(encoding="utf-8")
    lines = re.findall(r"^//   (\w+): [\w!\[\]]+ .*?  ([\"\d].*)$", header.split("// columns")[0], re.M)
    answer = (ROOT / f"testdata/answers/{name}.txtar").read_text(encoding="utf-8").split("-- rows.jsonl --\n")[1]
    return {key: json.loads(value) for key, value in lines}, [json.loads(line) for line in answer.splitlines()]


def country(name):
    return next(i for i, iso3 in ISO3.items() if name in (NAMES[i], iso3))


def exercises_in(p):
    """The participants of each exercise in the period, by the exercise."""
    taken = edges[(edges.relation == "PARTICIPATED_IN") & (edges.sourceLabel == "Country") & (edges.targetLabel == "Exercise")]
    groups = {target: set(rows.source) for target, rows in taken.groupby("target")}
    days = nodes.loc[list(groups), ["earliest", "latest"]]
    return {e: groups[e] for e in days[(days.earliest != "") & (days.earliest <= p["to"]) & (days.latest >= p["from"])].index}


def by_day(exercises):
    return sorted(exercises, key=lambda e: (nodes.earliest[e], e))


def network(exercises):
    """Countries, joined where they trained together; `exercises` of an edge says in which."""
    g = networkx.Graph()
    for e, countries in exercises.items():
        g.add_nodes_from(countries)
        for a, b in itertools.combinations(sorted(countries), 2):
            g.add_edge(a, b, exercises=g.edges[a, b]["exercises"] | {e} if g.has_edge(a, b) else {e})
    return g


def pairs(g):
    return (sorted(pair, key=ISO3.get) for pair in g.edges)


def test_exercise_network():
    p, want = question("exercise_network")
    g = network(exercises_in(p))
    rows = [(a, b, by_day(g.edges[a, b]["exercises"])) for a, b in pairs(g)]
    rows = sorted((r for r in rows if len(r[2]) >= p["least"]), key=lambda r: (-len(r[2]), ISO3[r[0]], ISO3[r[1]]))
    assert want == [{"one": a, "other": b, "exercises": len(es), "names": [NAMES[e] for e in es]} for a, b, es in rows]


def test_network_without():
    p, want = question("network_without")
    gone, exercises = country(p["country"]), exercises_in(p)
    g = network(exercises)
    rest = network({e: c for e, c in exercises.items() if gone not in c})
    g.remove_node(gone)
    rows = [{"one": a, "other": b, "before": len(g.edges[a, b]["exercises"]), "after": len(rest.edges[a, b]["exercises"]) if rest.has_edge(a, b) else 0} for a, b in pairs(g)]
    assert want == sorted(rows, key=lambda r: (-r["after"], -r["before"], ISO3[r["one"]], ISO3[r["other"]]))


def test_cut_off_without():
    p, want = question("cut_off_without")
    gone, exercises = country(p["country"]), exercises_in(p)
    partners = set(network(exercises)[gone])
    rest = network({e: c for e, c in exercises.items() if gone not in c})
    rows = []
    for partner in partners:
        if partner not in rest or not rest[partner]:
            joint = by_day(e for e, c in exercises.items() if {gone, partner} <= c)
            rows.append({"partner": partner, "exercises": len(joint), "names": [NAMES[e] for e in joint]})
    assert want == sorted(rows, key=lambda r: (-r["exercises"], NAMES[r["partner"]]))


def test_central_countries():
    p, want = question("central_countries")
    exercises = exercises_in(p)
    g = network(exercises)
    rows = []
    for c in g:
        steps = [n for other, n in networkx.single_source_shortest_path_length(g, c, cutoff=4).items() if other != c]
        if steps:
            own = sum(c in taking for taking in exercises.values())
            rows.append({"country": c, "partners": g.degree(c), "exercises": own, "reached": len(steps), "closeness": round(len(steps) / sum(steps), 3)})
    rows.sort(key=lambda r: (-r["closeness"], -r["partners"], -r["exercises"], ISO3[r["country"]]))
    assert want == rows[: p["limit"]]
    whole = networkx.closeness_centrality(g, wf_improved=False)
    for row in want:
        if row["reached"] == len(networkx.node_connected_component(g, row["country"])) - 1:
            assert round(whole[row["country"]], 3) == row["closeness"]


def test_reach():
    p, want = question("reach")
    lengths = networkx.single_source_shortest_path_length(network(exercises_in(p)), country(p["country"]), cutoff=4)
    steps = {n: sorted(NAMES[c] for c, m in lengths.items() if m == n) for n in lengths.values() if n > 0}
    assert want == [{"steps": n, "countries": steps[n]} for n in sorted(steps)]


def test_brokers():
    p, want = question("brokers")
    g = network(exercises_in(p))
    rows = []
    for c in g:
        between = list(itertools.combinations(g[c], 2))
        if between:
            opened = sum(not g.has_edge(a, b) for a, b in between)
            rows.append({"country": c, "open": opened, "pairs": len(between), "share": round(opened / len(between), 3)})
    assert want == sorted(rows, key=lambda r: (-r["open"], ISO3[r["country"]]))[: p["limit"]]
    clustering = networkx.clustering(g)
    assert all(abs(1 - clustering[row["country"]] - row["share"]) < 0.001 for row in want)


def test_triangles():
    p, want = question("triangles")
    exercises = exercises_in(p)
    g = network(exercises)
    rows = []
    for three in (sorted(clique, key=ISO3.get) for clique in networkx.enumerate_all_cliques(g) if len(clique) == 3):
        if not any(set(three) <= c for c in exercises.values()):
            one, two, other = three
            first = [NAMES[by_day(g.edges[a, b]["exercises"])[0]] for a, b in ((one, two), (two, other), (one, other))]
            rows.append({"one": one, "two": two, "three": other, "exercises": first})
    assert want == sorted(rows, key=lambda r: (ISO3[r["one"]], ISO3[r["two"]], ISO3[r["three"]]))


def test_similar_countries():
    p, want = question("similar_countries")
    g, c = network(exercises_in(p)), country(p["country"])
    rows = []
    for other in g:
        mine, theirs = set(g[c]) - {other}, set(g[other]) - {c}
        if other != c and mine & theirs:
            common, every = len(mine & theirs), len(mine | theirs)
            rows.append({"other": other, "common": common, "all": every, "similarity": round(common / every, 3)})
    assert want == sorted(rows, key=lambda r: (-r["similarity"], -r["common"], ISO3[r["other"]]))[: p["limit"]]


def test_shortest_chains():
    p, want = question("shortest_chains")
    used = edges[edges.relation.isin(["PARTICIPATED_IN", "ATTENDED", "SIGNED"])]
    g = networkx.MultiGraph()
    for e in used.itertuples():
        g.add_edge(e.source, e.target, key=e.id, quote=e.quote)
    rows = []
    for path in networkx.all_shortest_paths(networkx.Graph(g), country(p["one"]), country(p["other"])):
        links = [[data["quote"] for data in g[a][b].values()] for a, b in itertools.pairwise(path)]
        rows += [{"steps": (len(path) - 1) // 2, "chain": [NAMES[n] for n in path], "quotes": list(quotes)} for quotes in itertools.product(*links)]
    assert want == sorted(rows, key=lambda r: (r["chain"], r["quotes"]))[: p["limit"]]


@pytest.mark.parametrize("name", ["exercise_network", "network_without", "cut_off_without", "central_countries", "reach", "brokers", "triangles", "similar_countries", "shortest_chains"])
def test_question_is_read_whole(name):
    p, want = question(name)
    header = (ROOT / f"cypher/queries/{name}.cypher").read_text(encoding="utf-8")
    assert set(p) == set(re.findall(r"\$(\w+)", header)) and want
