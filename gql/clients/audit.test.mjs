// The audits of graphql-http, the reference implementation of GraphQL over HTTP: no MUST
// and no SHOULD may be missed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditServer } from 'graphql-http';
import { address } from './server.mjs';

test('GraphQL over HTTP', async (t) => {
  const results = await auditServer({ url: address, fetchFn: fetch });
  const missed = results.filter(({ status }) => status !== 'ok').map(({ status, id, name, reason }) => `${status} ${id} ${name}: ${reason}`);
  assert.deepEqual(missed, []);
  assert.ok(results.length >= 50, `only ${results.length} audits ran`);
  t.diagnostic(`${results.length} audits`);
});
