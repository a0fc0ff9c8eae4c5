// Which countries are the most central in the exercise network?
//
// level: hard
// topic: networks
// parameters
//   from: Date!   the first day of the period   "2007-01-01"
//   to: Date!     the last day of the period    "2008-12-31"
//   limit: Int!   how many countries            5
// columns
//   country: Country!    the country
//   partners: Int!       degree: different countries it trained with
//   exercises: Int!      exercises it took part in
//   reached: Int!        countries it reaches over up to four steps
//   closeness: Float!    reached countries by the sum of the steps to them: 1 when all are partners
// notice
//   Degree rewards one large exercise, closeness the bridges between circles: see who rises from one to the other.
MATCH (e:Exercise)<-[:PARTICIPATED_IN]-(country:Country)
WHERE e.earliest <= date($to) AND e.latest >= date($from)
WITH country, count(DISTINCT e) AS exercises
MATCH path = ANY SHORTEST (country)
  (()-[:PARTICIPATED_IN]->(e:Exercise WHERE e.earliest <= date($to) AND e.latest >= date($from))<-[:PARTICIPATED_IN]-()){1,4}
  (other:Country)
WHERE other <> country
WITH country, exercises, collect(length(path) / 2) AS steps
RETURN country, size([s IN steps WHERE s = 1]) AS partners, exercises, size(steps) AS reached,
  round(1.0 * size(steps) / reduce(sum = 0, s IN steps | sum + s), 3) AS closeness
ORDER BY closeness DESC, partners DESC, exercises DESC, country.iso3
LIMIT $limit
