// A person's first minutes in the playground: open, run, look at the picture, follow a
// claim to its sentence. Runs against a server with documents in its graph.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, base, shot, start, visit } from './browser.mjs';

// GraphiQL's own tabs nest a button in a tab, and the editors dim the last line's number:
// both are theirs.
const libraries = ['.graphiql-tabs', '.monaco-editor'];

let browser;
let page;

before(async () => {
  browser = await start();
  page = browser.page;
});
after(() => browser.close());

const answer = () => page.locator('.result-window .view-lines');
/** Runs what stands in the editor and gives the server's answer. */
async function run() {
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.url().endsWith('/graphql') && each.request().method() === 'POST'),
    page.getByRole('button', { name: /Execute query/ }).click(),
  ]);
  return response.json();
}

/** Opens a question by its address, as in a tab of its own. */
async function open(query) {
  await page.goto('about:blank');
  await visit(page, `#query=${encodeURIComponent(query)}`);
  await page.locator('.graphiql-tab-active', { hasText: /query (\w+)/.exec(query)[1] }).waitFor();
}

const shown = async (name) => {
  await page.getByRole('tab', { name, exact: true }).click();
  await page.locator(`#answer-${name} .answer-note`, { hasText: /Drawing|Looking/ }).waitFor({ state: 'detached' });
};

/** Waits until the picture is laid out and still, then gives the place of what a selector of cytoscape finds first. */
async function placeOf(selector) {
  await page.waitForFunction((selector) => document.querySelector('.picture-canvas')?._cyreg?.cy.$(selector).nonempty(), selector);
  return page.evaluate((selector) => {
    const host = document.querySelector('.picture-canvas');
    const element = host._cyreg.cy.$(selector).first();
    const box = host.getBoundingClientRect();
    const at = element.isNode() ? element.renderedPosition() : element.renderedMidpoint();
    return { x: box.x + at.x, y: box.y + at.y, id: element.id() };
  }, selector);
}

test('opens on the questions, each in its tab', async () => {
  await visit(page);
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  assert.ok((await page.locator('.graphiql-tab').count()) >= 8, 'too few tabs');
  assert.ok((await page.locator('.concord-questions li').count()) >= 8, 'too few questions in the list');
  await page.locator('.graphiql-doc-explorer, .graphiql-sidebar').first().waitFor();
  await shot(page, 'playground');
  await assertAccessible(page, libraries);
});

test('runs the first question', async () => {
  const { data } = await run();
  const names = data.exercisePartners.map(({ country }) => country.name);
  assert.ok(names.includes('Russia') && !names.includes('China'), `partners are ${names}`);
  await answer().getByText(names[0]).first().waitFor();
  await shot(page, 'answer');
});

test('draws the answer, and tells of a clicked node in its sentences', async () => {
  await shown('Picture');
  const exercise = await placeOf('node[label = "Exercise"]');
  await shot(page, 'picture');
  await page.mouse.click(exercise.x, exercise.y);
  const details = page.locator('.details');
  await details.getByText(exercise.id).waitFor();
  await details.locator('.sentences mark, .sentences blockquote').first().waitFor();
  await shot(page, 'picture-node');
  await assertAccessible(page, libraries);
});

test('grows by the neighbours of a node', async () => {
  const nodes = () => page.evaluate(() => document.querySelector('.picture-canvas')._cyreg.cy.nodes().length);
  const before = await nodes();
  await page.locator('.neighbours button', { hasText: 'participants' }).click();
  await page.waitForFunction((before) => document.querySelector('.picture-canvas')._cyreg.cy.nodes().length > before, before);
  const lines = await page.evaluate(() => {
    const cy = document.querySelector('.picture-canvas')._cyreg.cy;
    return cy.edges().map((edge) => [edge.source().id(), edge.target().id()].sort().join(' '));
  });
  assert.equal(new Set(lines).size, lines.length, 'a relationship read from both ends is drawn twice');
  await shot(page, 'picture-grown');
});

test('hides a label, reaches a node by name, and saves the picture', async () => {
  await page.locator('.legend label', { hasText: 'Place' }).click();
  await page.waitForFunction(() => document.querySelector('.picture-canvas')._cyreg.cy.nodes('[label = "Place"]:visible').empty());
  await page.locator('.details-close').click();
  await page.getByLabel('Go to', { exact: true }).selectOption({ label: 'Russia' });
  await page.locator('.details h2', { hasText: 'Russia' }).waitFor();
  for (const [name, start] of [['PNG', '\x89PNG'], ['SVG', '<svg']]) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
    const stream = await download.createReadStream();
    const bytes = Buffer.concat(await stream.toArray());
    assert.ok(bytes.toString('latin1').startsWith(start), `${name} starts with ${bytes.subarray(0, 8)}`);
    assert.ok(bytes.length > 1000, `${name} has ${bytes.length} bytes`);
    if (name === 'SVG') assert.ok(bytes.toString().includes('>Russia</text>'), 'the SVG has no text');
  }
});

test('shows the sources of the whole answer', async () => {
  await shown('Sources');
  await page.locator('.sources-view .sentences > li').first().waitFor();
  await shot(page, 'sources');
  await assertAccessible(page, libraries);
});

test('shows the Cypher that ran, and copies it', async () => {
  await shown('Cypher');
  const text = await page.locator('.cypher-view pre').innerText();
  assert.match(text, /MATCH/);
  assert.ok(!text.includes('"China"') || text.startsWith(':param '), 'a value stands in the statement');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  assert.equal((await page.evaluate(() => navigator.clipboard.readText())).trim(), text.trim());
  await shot(page, 'cypher');
  await assertAccessible(page, libraries);
});

test('follows a claim to its sentence in one step', async () => {
  await shown('Sources');
  const link = page.locator('.claim-where a').first();
  const href = await link.getAttribute('href');
  await link.click();
  await page.waitForURL(/\/documents\/.+#claim-/);
  assert.ok(page.url().endsWith(href.slice(href.indexOf('#'))));
  const claim = page.locator('li:target');
  await claim.waitFor();
  const sentence = page.locator('.s:has(:target) > p');
  const [box, height] = [await sentence.boundingBox(), page.viewportSize().height];
  assert.ok(box && box.y + box.height > 0 && box.y < height, 'the sentence is not in sight');
  assert.ok((await sentence.locator('.quoted').count()) > 0, 'the words of the claim are not marked');
  await shot(page, 'claim');
  await assertAccessible(page);
});

test('every ready-made question has an answer and no errors', async () => {
  await visit(page);
  const count = await page.locator('.graphiql-tab').count();
  for (let i = 0; i < count; i++) {
    await page.locator('.graphiql-tab-button').nth(i).click();
    const title = await page.locator('.graphiql-tab-active').innerText();
    const { data, errors } = await run();
    assert.equal(errors, undefined, `${title}: ${JSON.stringify(errors)}`);
    assert.ok(data, title);
  }
});

test('a question is shared by its address', async () => {
  const query = 'query Shared { countries(where: { iso3: { eq: "CHN" } }) { name } }';
  await open(query);
  assert.equal((await run()).data.countries[0].name, 'China');
  await page.getByRole('button', { name: 'Copy a link to this question' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(new URLSearchParams(new URL(link).hash.slice(1)).get('query'), query);
  assert.equal(new URL(link).host, base.host);
});

test('the editor completes from the schema', async () => {
  await open('query Completed { countries { nam } }');
  await page.locator('.graphiql-query-editor .view-line').first().click();
  await page.keyboard.press('End');
  for (let i = 0; i < ' } }'.length; i++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget .monaco-list-row', { hasText: 'name' }).first().waitFor();
  await page.keyboard.press('Escape');
});

test('turns dark, the picture with it', async () => {
  await open('query Dark { countries(where: { iso3: { eq: "CHN" } }) { name exercises(limit: 5) { name } } }');
  await page.locator('.concord-theme').click();
  await page.waitForFunction(() => document.body.classList.contains('graphiql-dark'));
  await run();
  await shown('Picture');
  await placeOf('node');
  await shot(page, 'picture-dark');
  await assertAccessible(page, libraries);
});

test('has raised no error and asked no other host', () => browser.assertQuiet());
