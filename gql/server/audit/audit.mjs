// Runs graphql-http's audits of the GraphQL over HTTP specification against the server at
// the address given, and prints what came of each, one a line: status, id, name, reason.
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2], fetchFn: fetch });
for (const { status, id, name, reason } of results) {
  console.log([status, id, name, reason ?? ''].join('\t'));
}
