// Serves a schema with @neo4j/graphql behind Apollo Server, for comparing: node server.mjs
// NODE_MODULES SCHEMA, with NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD. Prints its address.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, schemaFile] = process.argv.slice(2);
const require = createRequire(modules + "/");
const { Neo4jGraphQL } = require("@neo4j/graphql");
const { ApolloServer } = require("@apollo/server");
const { startStandaloneServer } = require("@apollo/server/standalone");
const neo4j = require("neo4j-driver");

const driver = neo4j.driver(process.env.NEO4J_URI, neo4j.auth.basic(process.env.NEO4J_USERNAME, process.env.NEO4J_PASSWORD));
const schema = await new Neo4jGraphQL({ typeDefs: readFileSync(schemaFile, "utf8"), driver }).getSchema();
const { url } = await startStandaloneServer(new ApolloServer({ schema }), { listen: { host: "127.0.0.1", port: 0 } });
console.log(url);
