// What does a country train for, and with whom?
//
// level: intermediate
// topic: partners
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code   "China"
// columns
//   topic: Topic!           the topic
//   exercises: Int!         how many of the country's exercises were about it
//   partners: [Country!]!   the other countries in them
// notice
//   The partners for one topic are seldom those for another.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)-[:PARTICIPATED_IN]->(e:Exercise)-[:HAS_TOPIC]->(topic:Topic)
OPTIONAL MATCH (e)<-[:PARTICIPATED_IN]-(partner:Country)
WHERE partner <> c
WITH topic, e, partner ORDER BY partner.name
RETURN topic, count(DISTINCT e) AS exercises, collect(DISTINCT partner) AS partners
ORDER BY exercises DESC, topic.name
