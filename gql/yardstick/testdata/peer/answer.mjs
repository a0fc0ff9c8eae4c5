// Answers operations with @neo4j/graphql 7, for comparing. Reads JSON from standard input:
// {modules, typeDefs, uri, username, password, cases: [{name, query, variables}]}; modules is the
// node_modules folder that has @neo4j/graphql, graphql and neo4j-driver. Writes {name: {data, errors}}.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const input = JSON.parse(readFileSync(0, "utf8"));
const require = createRequire(input.modules + "/");
const { Neo4jGraphQL } = require("@neo4j/graphql");
const { graphql } = require("graphql");
const neo4j = require("neo4j-driver");

// Where it selects a DateTime, the peer calls a function of APOC, which a plain Neo4j has not.
// Its scalar reads what toString says just as well.
const converted = /apoc\.date\.convertFormat\((toString\((?:[^()]|\([^()]*\))*\)), 'iso_zoned_date_time', 'iso_offset_date_time'\)/g;
for (const { prototype } of [neo4j.Transaction, neo4j.ManagedTransaction]) {
  const { run } = prototype;
  prototype.run = function (text, parameters) {
    return run.call(this, text.replace(converted, "$1"), parameters);
  };
}

const driver = neo4j.driver(input.uri, neo4j.auth.basic(input.username, input.password));
const filters = { MATCHES: true, CASE_INSENSITIVE: true, GT: true, GTE: true, LT: true, LTE: true };
const schema = await new Neo4jGraphQL({ typeDefs: input.typeDefs, driver, features: { filters: { String: filters } } }).getSchema();
const answers = {};
for (const { name, query, variables } of input.cases) {
  answers[name] = await graphql({ schema, source: query, variableValues: variables, contextValue: { executionContext: driver } });
}
console.log(JSON.stringify(answers));
await driver.close();
