// From the address that the server prints to the graph in Neo4j Browser: connected,
// styled, its guide open and clicked through, and a statement brought over from the playground.
//
//   NEO4J_BROWSER_URL    that address, with the login
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import palette from '../src/palette.json' with { type: 'json' };
import { assertAccessible, base, shot, start, visit } from './browser.mjs';

const address = process.env.NEO4J_BROWSER_URL;
const none = address ? false : 'NEO4J_BROWSER_URL is not set';

let browser;
let page;
const answered = new Set(); // hosts that any page has had an answer from

before(async () => {
  browser = await start({ width: 1280, height: 860 });
  page = browser.page;
  browser.context.on('response', (response) => {
    const { protocol, host } = new URL(response.url());
    if (/^https?:$/.test(protocol)) answered.add(host);
  });
});
after(() => browser.close());

const step = (name) => page.getByRole('heading', { name, exact: true }).first();

test('opens connected, with the style and the guide', { skip: none }, async () => {
  await page.goto(address, { waitUntil: 'load' });
  await page.getByText('Who trained, met and signed with whom').waitFor();
  assert.ok(!page.url().includes('#'), 'the password stays in the address');
  await page.waitForFunction(() => localStorage.getItem('neo4j.grass')?.includes('node.Exercise'));
  await shot(page, 'neo4j-guide');
});

test('draws what a step of the guide asks, in the colours of the playground', { skip: none }, async () => {
  await page.getByText('Next', { exact: true }).click();
  await step('Exercises').waitFor();
  await page.locator('pre.runnable:visible').first().click();
  const run = page.getByTestId('editor-Run');
  await run.click();
  const node = page.locator('g.node circle.b-outline');
  await node.first().waitFor();
  const colours = await node.evaluateAll((all) => all.map((each) => each.getAttribute('fill').toLowerCase()));
  for (const label of ['Country', 'Exercise', 'Organization']) {
    assert.ok(colours.includes(palette[label]), `no node has the colour of ${label}: ${[...new Set(colours)]}`);
  }
  await page.locator('g.node', { hasText: 'China' }).first().waitFor();
  await shot(page, 'neo4j-graph');
});

/** Goes from the first step of the guide to the last one and gives their number. */
async function lastStep() {
  let steps = 1;
  for (const next = page.getByText('Next', { exact: true }); await next.isEnabled(); steps++) await next.click();
  return steps;
}
const goTo = (number) => page.getByTestId('guidesDrawer').getByText(String(number), { exact: true }).click();

test('leads from the last step into every chapter', { skip: none }, async () => {
  await goTo(1);
  assert.equal(await lastStep(), 4);
  await step('Further').waitFor();
  await shot(page, 'neo4j-last-step');
  const links = page.locator('a[data-exec*="/browser/guide/"]:visible');
  const titles = await links.allInnerTexts();
  assert.ok(titles.length >= 8, `the guide has ${titles.length} chapters`);
  for (const [i, title] of titles.entries()) {
    await page.locator('a[data-exec*="/browser/guide/"]:visible', { hasText: title }).first().click();
    await page.getByRole('heading', { name: new RegExp(`^${title}(, 1 of \\d+)?$`) }).first().waitFor();
    if (i === 0) await shot(page, 'neo4j-chapter');
    const steps = await lastStep();
    assert.ok(steps <= 4, `the chapter ${title} has ${steps} steps`);
    await page.locator('a[data-exec*="/browser/guide/"]:visible').first().waitFor();
  }
});

test('shows what a label means, and a few of its nodes', { skip: none }, async () => {
  await goTo(2);
  await step('Labels').waitFor();
  await shot(page, 'neo4j-labels');
  await page.locator('a[data-populate]:visible', { hasText: /^Treaty$/ }).click();
  await page.getByTestId('editor-Run').click();
  await page.waitForFunction((colour) => [...document.querySelectorAll('g.node circle.b-outline')].some((each) => each.getAttribute('fill').toLowerCase() === colour), palette.Treaty);
  await goTo(1);
  await page.locator('pre.runnable:visible', { hasText: 'db.schema.visualization' }).click();
  await page.getByTestId('editor-Run').click();
  await page.locator('g.node', { hasText: 'Exercise' }).first().waitFor();
  await shot(page, 'neo4j-schema');
});

test('opens a statement of the playground, and runs it', { skip: none }, async () => {
  const playground = await browser.context.newPage();
  await visit(playground, `#query=${encodeURIComponent('query Across { countries(where: { iso3: { eq: "CHN" } }) { name } }')}`);
  await playground.locator('.graphiql-query-editor .view-line', { hasText: 'Across' }).first().waitFor();
  await Promise.all([
    playground.waitForResponse((each) => each.url().endsWith('/graphql') && each.request().postData()?.includes('Across')),
    playground.getByRole('button', { name: /Execute query/ }).click(),
  ]);
  await playground.getByRole('tab', { name: 'Cypher', exact: true }).click();
  const [popup] = await Promise.all([
    browser.context.waitForEvent('page'),
    playground.getByRole('link', { name: 'Open in Neo4j Browser' }).click(),
  ]);
  await popup.locator('.view-lines', { hasText: 'MATCH' }).first().waitFor();
  await popup.getByText('Who trained, met and signed with whom').waitFor(); // it is connected
  await popup.getByTestId('editor-Run').click();
  // Browser shows how each of several statements went, once it is opened.
  await popup.getByText(/^RETURN COLLECT/).last().click();
  await popup.getByText(/SUCCESS|Completed after/).first().waitFor();
  await shot(popup, 'neo4j-statement');
});

test('opens it for who has not logged in yet, and asks for the password', { skip: none }, async () => {
  const [username, password] = new URL(address).hash.slice(1).split(':').map(decodeURIComponent);
  const other = await start({ width: 390, height: 844 });
  try {
    await visit(other.page, 'queries/exercise_partners');
    const [popup] = await Promise.all([other.context.waitForEvent('page'), other.page.getByRole('link', { name: 'Open in Neo4j Browser' }).click()]);
    await popup.getByLabel('Password').waitFor();
    assert.equal(await popup.getByLabel('User').inputValue(), username);
    await assertAccessible(popup);
    await shot(popup, 'neo4j-login');
    await popup.setViewportSize({ width: 1280, height: 860 }); // Neo4j Browser is not made for telephones
    await popup.getByLabel('Password').fill(password);
    await popup.getByRole('button', { name: 'Open Neo4j Browser' }).click();
    await popup.locator('.view-lines', { hasText: 'PARTICIPATED_IN' }).first().waitFor();
  } finally {
    await other.close();
  }
});

test('has had no answer from another host', { skip: none }, () => {
  const own = new Set([base.host, new URL(address).host]);
  assert.deepEqual([...answered].filter((host) => !own.has(host) && !/^127\.0\.0\.1:/.test(host)), []);
});
