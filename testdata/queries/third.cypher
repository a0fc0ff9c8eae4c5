// The graph of third.graphql.
CREATE CONSTRAINT sailor_name IF NOT EXISTS FOR (n:Sailor) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT vessel_id IF NOT EXISTS FOR (n:Vessel) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT log_key IF NOT EXISTS FOR (n:Log) REQUIRE n.key IS UNIQUE;
CREATE
  (dove:Vessel {id: "v1", title: "Dove", name: "not this", built: 1650}),
  (ark:Vessel {id: 2, title: "Ark"}),
  (victory:Vessel:Warship {id: "w1", name: "Victory", title: "HMS Victory", launched: 1765, built: 1, guns: 104}),
  (terror:Vessel:Warship {id: "w2", name: "Terror", title: "Ship of 1813", launched: 1813}),
  (nelson:Sailor {name: "Nelson", rank: "ADMIRAL", secret: "no", salary: 100.5, motto: "England expects", age: 47, nick: "Horatio", place: "Burnham Thorpe"}),
  (hardy:Sailor {name: "Hardy", rank: "CAPTAIN", salary: 50.25, age: 36}),
  (noah:Sailor {name: "Noah", age: 600}),
  (jim:Sailor {name: "Jim \"the `boy`\" \\u0060", rank: "MATE"}),
  (nelson)-[:COMMANDS {from: date("1803-05-18"), orders: 3}]->(victory), (hardy)-[:COMMANDS {from: date("1803-07-31"), orders: 7}]->(victory),
  (hardy)-[:SERVES_ON {since: date("1800-01-01"), until: date("1801-01-01"), nights: [1, 2]}]->(dove), (jim)-[:SERVES_ON {since: date("1799-01-01")}]->(dove),
  (noah)-[:SERVES_ON]->(ark), (hardy)-[:SERVES_ON {since: date("1790-02-02")}]->(victory), (jim)-[:COMMANDS]->(terror),
  (victory)-[:ESCORTS]->(dove), (terror)-[:ESCORTS]->(victory), (victory)-[:ESCORTS]->(victory),
  (hardy)-[:MATE {years: 12}]->(nelson), (jim)-[:MATE]->(hardy),
  (wide:Log {key: "wide", int: 3000000000, needed: 1, big: 9223372036854775807, float: 1.0e300, text: "one\ntwo\t\u2028\u0001 𝄞 \"\\", truth: true, rank: "MATE"}),
  (low:Log {key: "low", int: -2147483648, needed: 2, big: -9223372036854775808, float: -0.0, text: "", truth: false}),
  (nan:Log {key: "nan", needed: 3, float: 0.0 / 0.0}),
  (inf:Log {key: "infinity", needed: 4, float: 1.0 / 0.0}),
  (odd:Log {key: "odd", int: "seven", needed: 5, big: 1.5, float: "1", text: 5, truth: "true", rank: "COOK", date: "2001-02-03", moment: localdatetime("2001-02-03T04:05:06"), local: date("2001-02-03"), time: localtime("04:05:06"), clock: 4, length: 60, place: "here", spot: point({longitude: 1, latitude: 2}), days: date("2001-02-03"), floats: 1.5, ranks: ["MATE", "COOK"], ints: [1, 3000000000]}),
  (poor:Log {key: "poor", text: "no needed"}),
  (when:Log {key: "when", int: 7.0, needed: 6, date: date("-0044-03-15"), moment: datetime("2001-02-03T04:05:06.123456789[Europe/London]"), local: localdatetime("9999-12-31T23:59:59.999999999"), time: time("04:05:06.5-03:30"), clock: localtime("00:00"), length: duration("P1Y2M3DT4H5M6.7S"), days: [date("2001-02-03"), date("1999-12-31")]}),
  (where:Log {key: "where", needed: 7, place: point({longitude: -180, latitude: 90, height: -1.5}), spot: point({x: 1, y: 2, z: 3}), places: [point({longitude: 1, latitude: 2}), point({longitude: 3, latitude: 4})], floats: [0.1, 1.0e-7, 1.0e21], ranks: ["CAPTAIN"], ints: []}),
  (any:Log {key: "any", needed: 8, any: ["a", "b"], length: duration("PT-1.5S"), moment: datetime("2001-02-03T04:05:06+05:45")}),
  (nan)-[:AFTER]->(poor), (low)-[:AFTER]->(wide),
  (wide)-[:ABOUT]->(nelson), (wide)-[:NEXT {step: 1, note: "on"}]->(low), (wide)-[:NEXT {step: 2}]->(poor), (low)-[:NEXT {note: "no step"}]->(nan), (low)-[:NEXT {step: 3}]->(low),
  (hold:Holder {name: "Hold", size: 3}), (empty:Holder {name: "Empty"}),
  (hold)-[:HOLDS {years: 1}]->(nelson), (hold)-[:HOLDS {years: 2}]->(wide), (hold)-[:HOLDS]->(wide);
