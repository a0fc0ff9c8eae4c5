// A browser of its own for each file of tests, and what every page has to keep: no
// console errors, no request to another host, no serious finding of axe-core.
//
//   CONCORD_URL    the server under test (http://127.0.0.1:8080/)
//   E2E_TIMEOUT    how long a step may take, in milliseconds (20000)
//   CHROMIUM       the browser (/usr/bin/chromium)
//   SCREENSHOTS    a folder for pictures of the pages; none are taken without it
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

export const base = new URL(process.env.CONCORD_URL ?? 'http://127.0.0.1:8080/');
const screenshots = process.env.SCREENSHOTS;

export async function start({ width = 1440, height = 900, dark = false } = {}) {
  const profile = await mkdtemp(join(tmpdir(), 'concord-e2e-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
    ],
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const problems = [];
  const watch = (page) => {
    page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => problems.push(`page: ${error.stack ?? error}`));
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (/^https?:$/.test(protocol) && host !== base.host) problems.push(`another host: ${request.url()}`);
    });
    page.on('response', (response) => response.status() >= 400 && problems.push(`${response.status()}: ${response.url()}`));
  };
  context.pages().forEach(watch);
  context.on('page', watch);
  const page = context.pages()[0] ?? (await context.newPage());
  context.setDefaultTimeout(Number(process.env.E2E_TIMEOUT ?? 20_000));
  return {
    page,
    context,
    /** Fails with all that has gone wrong so far. */
    assertQuiet: () => assert.deepEqual(problems, []),
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Opens a page of the server by its path. */
export async function visit(page, path = '') {
  await page.goto(new URL(path, base).href, { waitUntil: 'load' });
}

/** Takes a picture, where pictures are wanted. */
export async function shot(page, name) {
  if (!screenshots) return;
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

/** Fails on serious and critical findings of axe-core; `without` leaves out parts that are a library's own. */
export async function assertAccessible(page, without = []) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    async (exclude) => {
      const { violations } = await globalThis.axe.run({ exclude }, { resultTypes: ['violations'] });
      return violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.any.concat(node.all, node.none).map((check) => check.message).join('; ')}`) }));
    },
    without.map((selector) => [selector]),
  );
  const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  assert.deepEqual(serious, [], 'axe-core found');
}
