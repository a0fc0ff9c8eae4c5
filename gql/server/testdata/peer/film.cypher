// The graph of film.graphql.
CREATE FULLTEXT INDEX movieText IF NOT EXISTS FOR (n:Movie) ON EACH [n.title, n.tagline];
CREATE FULLTEXT INDEX movieNotes IF NOT EXISTS FOR (n:Movie) ON EACH [n.notes];
UNWIND [
  ["m0", "Metropolis", 1927, "G"], ["m1", "Amélie", 2001, "R"], ["m2", "羅生門", 1950, null], ["m3", "Solaris", 1972, "PG"],
  ["m4", "Solaris", 2002, "PG"], ["m5", "8½", 1963, null], ["m6", "M", 1931, "G"], ["m7", "O'Brother \\ \"Where\" `Art` $Thou?", 2000, "PG"],
  ["m8", "The Third Man", 1949, "G"], ["m9", "The Man Who Wasn't There", 2001, "R"], ["m10", "Stalker", null, null], ["m11", "stalker", 1979, "PG"]
] AS r
WITH r, toInteger(substring(r[0], 1)) AS i
CREATE (m:Movie:Work {id: r[0], title: r[1], year: r[2], rating: r[3],
  languages: [["de"], ["fr", "en"], [], ["ru"]][i % 4], colour: CASE WHEN i % 3 = 0 THEN null ELSE i % 2 = 0 END,
  score: [7.5, null, 0.1, -2.25, 7.5, 1e10][i % 6], popularity: i * 7 % 5, sound: CASE i % 2 WHEN 0 THEN "mono" END})
SET m += CASE WHEN r[2] IS NULL THEN {} ELSE {released: date({year: r[2], month: i % 12 + 1, day: i + 3})} END
SET m += CASE WHEN i % 4 = 3 THEN {} ELSE {budget: 9007199254740990 + i * 3, runtime: duration({minutes: 80 + i * 11 % 60, seconds: i}),
  tagline: "Tag " + r[1] + CASE WHEN i % 2 = 0 THEN " the man" ELSE "" END, shelf_mark: "S-" + toString(i % 3), notes: "note\nnumber " + toString(i)} END
SET m += CASE WHEN i % 3 = 1 THEN {} ELSE {added: datetime({year: 2020, month: 1, day: i + 1, hour: 12, minute: i, second: 5, millisecond: 250 * (i % 2), timezone: ["Z", "+02:00", "-05:30"][i % 3]}),
  catalogued: localdatetime({year: 2021, month: i + 1, day: 2, hour: 3, minute: 0, second: 0, nanosecond: i * 1000}), formats: ["FILM_35", "DIGITAL"][0..(i % 3)], reels: range(1, i % 5),
  gross: [i, 9223372036854775807 - i], scores: [0.5, toFloat(i)], flags: [true, i % 2 = 0], anniversaries: [date("2000-02-29"), date({year: 1999, month: i + 1, day: 1})],
  seen: [datetime("2001-01-01T00:00:00.5+01:00")], secret: "x" + toString(i % 2), internal: "in", imdb: "tt" + toString(i)} END;
CREATE (:Series:Work {title: "Heimat", year: 1984, rating: "PG", released: date("1984-09-16"), seasons: 3}), (:Series:Work {title: "Dekalog", year: 1989, rating: "R"}), (:Series:Work {title: "Solaris", year: 2002});
UNWIND range(0, 8) AS i
CREATE (a:Actor:Person {id: "a" + toString(i), name: ["Anna", "Bo", "Čeněk", "Dora", "Émile", "Fay \"F\"", "Gül", "Hiro", "anna"][i]})
SET a += CASE WHEN i % 4 = 2 THEN {} ELSE {born: date({year: 1900 + i * 7 % 40, month: i + 1, day: 10}), height: [1.8, 1.65, 1.65][i % 3], aliases: ["A" + toString(i), "shared"]} END
SET a += CASE WHEN i % 3 = 0 THEN {home: point({longitude: 10.0 + i, latitude: 50.0 - i})} WHEN i % 3 = 1 THEN {home: point({longitude: 10.0 + i, latitude: 50.0, height: 100.0})} ELSE {} END;
UNWIND [["Lang", 1890, "bold"], ["Tarkovsky", 1932, "slow"], ["Coen", 1954, null], ["Reed", null, "noir"]] AS r
CREATE (d:Director:Person {name: r[0], style: r[2]}) SET d.born = CASE WHEN r[1] IS NOT NULL THEN date({year: r[1], month: 12, day: 5}) END;
UNWIND range(0, 6) AS i
CREATE (s:Studio {name: "Studio " + toString(i), founded: CASE WHEN i <> 4 THEN 1900 + i / 2 * 10 END})
SET s += CASE WHEN i % 2 = 0 THEN {site: CASE i WHEN 4 THEN point({x: 1.5, y: -2.0, z: 3.0}) ELSE point({x: toFloat(i), y: 2.0}) END, opens: localtime({hour: 8, minute: i}), closes: time({hour: 18 + i / 2, minute: 30, timezone: "+01:00"})} ELSE {} END;
UNWIND range(0, 3) AS i
CREATE (c:Cinema {name: ["Lux", "Ciné «Rex»", "Kino 東京", "lux"][i], place: point({longitude: 13.4 + i / 10.0, latitude: 52.5})})
SET c += CASE WHEN i = 3 THEN {} ELSE {plan: point({x: i * 1.0, y: 0.5}), seats: [120, 80, 120][i], opens: localtime({hour: 10 + i}), closes: time({hour: 23, minute: i, timezone: ["Z", "+02:00", "+02:00"][i]}), entrances: [point({longitude: 13.4, latitude: 52.5 + i / 100.0})]} END;
UNWIND range(0, 11) AS i
CREATE (s:Screening {at: datetime({year: 2024, month: 3, day: i % 6 + 1, hour: 20, timezone: ["Z", "+01:00"][i % 2]})})
SET s += CASE WHEN i % 5 = 4 THEN {} ELSE {local: localdatetime({year: 2024, month: 3, day: i % 6 + 1, hour: 21}), price: [8.5, 12.0, 0.1][i % 3], sold: i * 1000000000000, breaks: [duration("PT10M")], length: duration({days: i % 2, hours: 2, minutes: i}),
  starts: localtime({hour: 20, minute: i}), ends: time({hour: 22, minute: i, timezone: "+01:00"}), day: date({year: 2024, month: 3, day: i % 6 + 1})} END
WITH s, i MATCH (c:Cinema {name: ["Lux", "Ciné «Rex»", "Kino 東京"][i % 3]}), (m:Movie {id: "m" + toString(i % 7)})
CREATE (s)-[:AT]->(c), (s)-[:SHOWS]->(m);
CREATE (a:Genre {name: "Drama"}), (:Genre {name: "Noir", about: "dark", extra: "free"})-[:UNDER]->(a), (:Genre {name: "Kammerspiel"})-[:UNDER]->(a), (:Genre {name: "Science-Fiction", about: "not yet"}), (:Genre {name: "Empty", extra: 5});
MATCH (w:Work), (g:Genre) WHERE g.name <> "Empty" AND (size(w.title) + coalesce(w.year, 0) + size(g.name)) % 3 = 0 CREATE (w)-[:OF_GENRE]->(g);
UNWIND range(0, 20) AS i
MATCH (a:Actor {id: "a" + toString(i * 5 % 8)}), (m:Movie {id: "m" + toString(i * 7 % 10)})
CREATE (a)-[r:ACTED_IN {character: ["Ö", "Kelvin", "the man", null][i % 4], billing: i % 4 + 1}]->(m)
SET r += CASE WHEN i % 3 = 2 THEN {} ELSE {salary: 10000000000 * i, days: i / 4.0, from: date({year: 1950 + i, month: 1, day: 1}), signed: datetime({year: 1950 + i, month: 6, day: 1, timezone: "Z"}), scenes: range(1, i % 4), lead: i % 2 = 0, voice: "FILM_70"} END;
MATCH (a:Actor {id: "a1"}), (m:Movie {id: "m7"}) CREATE (a)-[:ACTED_IN {character: "twice", billing: 9}]->(m);
MATCH (a:Actor), (s:Series) WHERE (size(a.name) + size(s.title)) % 3 = 0 CREATE (a)-[:ACTED_IN {character: a.name + " in " + s.title, billing: size(a.name), episodes: size(s.title)}]->(s);
MATCH (d:Director), (m:Movie) WHERE [d.name, m.id] IN [["Lang", "m0"], ["Lang", "m6"], ["Tarkovsky", "m3"], ["Tarkovsky", "m10"], ["Tarkovsky", "m11"], ["Coen", "m7"], ["Coen", "m9"], ["Reed", "m8"]]
CREATE (d)-[r:DIRECTED {year: m.year, days: size(m.title) / 2.0}]->(m) SET r.unit = CASE WHEN m.year > 1930 THEN "first" END;
MATCH (d:Director {name: "Lang"}), (s:Series {title: "Heimat"}) CREATE (d)-[:DIRECTED {unit: "guest", year: 1984}]->(s);
MATCH (a:Movie {id: "m3"}), (b:Movie {id: "m4"}), (c:Movie {id: "m10"}), (d:Movie {id: "m11"})
CREATE (a)-[:FOLLOWED_BY {gap: duration("P30Y"), order: 1}]->(b), (b)-[:FOLLOWED_BY {order: 2}]->(c), (a)-[:FOLLOWED_BY {gap: duration("P7Y2M3DT4H"), order: 3}]->(d), (d)-[:FOLLOWED_BY]->(d);
UNWIND range(0, 9) AS i MATCH (a:Movie {id: "m" + toString(i)}), (b:Movie {id: "m" + toString(i * 3 % 10)}) WHERE a <> b CREATE (a)-[:SIMILAR_TO {weight: i / 8.0, how: ["mood", "plot", null][i % 3]}]->(b);
UNWIND range(0, 13) AS i MATCH (m:Movie {id: "m" + toString(i % 8)}), (s:Studio {name: "Studio " + toString(i % 5)}) CREATE (m)-[:CREDITS {as: ["producer", "co-producer"][i % 2], share: i / 16.0, fee: CASE WHEN i % 3 <> 0 THEN 4000000000000000 * i END, agreed: CASE WHEN i % 4 <> 0 THEN datetime({year: 1950 + i, timezone: "+01:00"}) END}]->(s);
MATCH (m:Movie {id: "m0"}), (a:Actor {id: "a0"}), (d:Director {name: "Lang"}) CREATE (m)-[:CREDITS {as: "thanks"}]->(a), (m)-[:CREDITS]->(d);
MATCH (a:Studio {name: "Studio 0"}), (b:Studio) WHERE b.name > "Studio 1" CREATE (a)-[:OWNS {percent: coalesce(b.founded, 1990) / 100.0, since: localdatetime("1999-12-31T23:59:59")}]->(b);
MATCH (s:Series {title: "Heimat"}) UNWIND range(1, 5) AS i CREATE (s)-[:HAS_EPISODE {season: i / 3 + 1, number: i}]->(:Episode {name: "Teil " + toString(i), number: i, aired: localdatetime({year: 1984, month: 9, day: i, hour: 20}), length: duration({minutes: 50 + i % 2})})-[:PART_OF]->(s);
MATCH (a:Actor), (b:Actor) WHERE a.id < b.id AND (size(a.name) + size(b.name)) % 4 = 0 CREATE (a)-[:KNOWS {since: b.born}]->(b);
MATCH (a:Actor {id: "a0"}), (b:Actor {id: "a1"}), (d:Director {name: "Reed"}) CREATE (a)-[:TAUGHT_BY]->(d), (b)-[:TAUGHT_BY]->(a);
CREATE (p:Award {name: "Bear", year: 1951}), (q:Award {name: "Lion", year: 1951}), (:Award {name: "None"})
WITH p, q MATCH (m:Movie {id: "m2"}), (n:Movie {id: "m3"}), (a:Actor {id: "a3"})
CREATE (p)-[:GIVEN_TO {year: 1951, amount: 9007199254740993, at: localdatetime("1951-06-17T20:15:00.123")}]->(m), (q)-[:GIVEN_TO {year: 1951}]->(m), (q)-[:GIVEN_TO {year: 1972, amount: 5}]->(n), (p)-[:GIVEN_TO {year: 1960}]->(a);
CREATE (:Actor:Director:Person {id: "a9", name: "Orson", style: "deep"});
MATCH (d:Director {name: "Coen"}), (s:Studio) WHERE s.founded > 1910 CREATE (d)-[:WORKS_FOR]->(s);
