// Prints what @neo4j/graphql makes of type definitions, its reading part: what Query
// reaches. Arguments: the file of the definitions, then any of `suffixes` (keep the
// deprecated forms of filters) and `optional` (matches, caseInsensitive, gt…).
const fs = require("fs");
const { Neo4jGraphQL } = require("@neo4j/graphql");
const g = require("graphql");

const [file, ...options] = process.argv.slice(2);
const optional = { MATCHES: true, CASE_INSENSITIVE: true, GT: true, GTE: true, LT: true, LTE: true };
const features = options.includes("optional") ? { filters: { String: optional, ID: optional } } : {};
const form = /generic filter|implicit|aggregat|connection/i;
const dropped = (f) => !options.includes("suffixes") && f.deprecationReason && form.test(f.deprecationReason);

function keep(schema) {
  const seen = new Set();
  const walk = (t) => {
    t = g.getNamedType(t);
    if (seen.has(t)) return;
    seen.add(t);
    if (g.isUnionType(t)) t.getTypes().forEach(walk);
    if (!t.getFields) return;
    for (const [name, f] of Object.entries(t.getFields())) {
      if (g.isInputObjectType(t) && dropped(f)) {
        delete t.getFields()[name];
        continue;
      }
      walk(f.type);
      (f.args || []).forEach((a) => walk(a.type));
    }
    if (t.getInterfaces) t.getInterfaces().forEach(walk);
    if (g.isInterfaceType(t)) schema.getPossibleTypes(t).forEach(walk);
  };
  walk(schema.getQueryType());
  return seen;
}

new Neo4jGraphQL({ typeDefs: fs.readFileSync(file, "utf8"), features })
  .getSchema()
  .then((schema) => {
    const seen = keep(schema);
    for (const t of Object.values(schema.getTypeMap()))
      if (seen.has(t) && !g.isSpecifiedScalarType(t) && !g.isIntrospectionType(t)) console.log(g.printType(t) + "\n");
  })
  .catch((errors) => {
    console.error([].concat(errors).map((e) => e.message).join("\n"));
    process.exit(1);
  });
