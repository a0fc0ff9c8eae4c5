// The graph of second.graphql.
CREATE FULLTEXT INDEX stationText IF NOT EXISTS FOR (n:Station) ON EACH [n.name, n.note];
CREATE CONSTRAINT station_code IF NOT EXISTS FOR (n:Station) REQUIRE n.code IS UNIQUE;
CREATE
  (a:Station {code: "A", name: "Central", note: "the old one", opened: date("1901-05-01"), seen: datetime("2020-01-02T03:04:05+01:00"), local: localdatetime("2020-01-02T03:04:05"), opens: localtime("04:30:00"), closes: time("23:59:00+01:00"), stay: duration("PT2M"), where: point({longitude: 13.37, latitude: 52.52}), plan: point({x: 1.5, y: -2}), depth: 12, big: 9007199254740993, ratio: 0.5, busy: true, kind: "HUB", kinds: ["HUB", "STOP"], tags: ["x", "y"], marks: [1, 2], grade: 5, internalName: "inner A"}),
  (b:Station {code: "B", name: "Bridge", opened: date("1950-01-01"), seen: datetime("2021-01-02T03:04:05Z"), opens: localtime("05:00:00"), closes: time("22:00:00Z"), stay: duration("P1D"), where: point({longitude: 13.38, latitude: 52.52}), depth: 3, big: -1, ratio: 1.5, busy: false, kind: "STOP", tags: [], marks: [2, 3], internalName: "inner B"}),
  (c:Station {code: "C", name: "central park", note: "central too"}),
  (d:Depot:Building {code: "D", title: "Depot North"}),
  (l1:Line {name: "1"}), (l2:Line {name: "2"}), (l3:Line {name: "3"}), (l4:Line {name: "4"}),
  (a)-[:ON]->(l1), (b)-[:ON]->(l1), (a)-[:NEXT_TO {metres: 400, since: date("1960-01-01")}]->(b), (c)-[:NEXT_TO {metres: 900}]->(a),
  (v1:Vehicle {number: "T1"}), (v2:Vehicle {number: "T2"}), (v1)-[:SERVES {daily: 10}]->(a), (v1)-[:SERVES {daily: 4}]->(b), (v2)-[:SERVES {daily: 2}]->(a), (v2)-[:SERVES {daily: 1}]->(d), (v2)-[:KEPT_IN {nights: 7}]->(d), (v1)-[:KEPT_IN {nights: 3}]->(d),
  (p:Person {name: "Ann", age: 30}), (q:Person {name: "Bo"}), (g:Group {title: "School", size: 25}),
  (p)-[:VISITED {times: 2, on: datetime("2020-05-05T10:00:00Z")}]->(a), (p)-[:VISITED {times: 1}]->(b), (q)-[:VISITED {times: 5}]->(a), (g)-[:VISITED {times: 1}]->(a), (p)-[:CLEANS {minutes: 10, brooms: 2}]->(a), (q)-[:CLEANS {minutes: 40, brooms: 1}]->(a), (q)-[:CLEANS {minutes: 5}]->(b), (p)-[:CLEANS {minutes: 90, litres: 7.5}]->(d), (q)-[:CLEANS {minutes: 20, litres: 100.0}]->(d), (p)-[:VISITED {times: 3, on: datetime("2021-05-05T10:00:00Z")}]->(a);
