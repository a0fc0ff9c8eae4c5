// graphql-codegen reads the schema from the server and writes a typed client, which the
// TypeScript compiler then takes, and which asks.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { address } from './server.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const run = (script, ...args) =>
  promisify(execFile)(process.execPath, [`node_modules/.bin/${script}`, ...args], { cwd: here, env: { ...process.env, CONCORD_URL: new URL('.', address).href } })
    .catch((error) => assert.fail(`${script}: ${error.stdout}${error.stderr}`));

test('a typed client is generated, compiled and answered', async () => {
  await rm(new URL('generated', import.meta.url), { recursive: true, force: true });
  await run('graphql-codegen', '--config', 'codegen.mjs');
  await run('tsc', '--project', 'tsconfig.json');
  const { partners } = await import(new URL('generated/build/typed.js', import.meta.url));
  const names = await partners(address, 'China', 'SCO');
  assert.ok(names.includes('Russia') && !names.includes('China'), `partners are ${names}`);
});
