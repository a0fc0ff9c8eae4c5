// The reader on a desk and on a telephone, by day and by night, with and without script.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, shot, start, visit } from './browser.mjs';

for (const [name, options] of Object.entries({
  'desk': { width: 1280, height: 860 },
  'desk, dark': { width: 1280, height: 860, dark: true },
  'telephone': { width: 390, height: 844 },
  'telephone, dark': { width: 390, height: 844, dark: true },
})) {
  test(name, async (t) => {
    const browser = await start(options);
    const { page } = browser;
    const file = name.replace(', ', '-');
    const check = async (what) => {
      await shot(page, `${what}-${file}`);
      await assertAccessible(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${what} is wider than the screen`);
    };
    try {
      await t.test('lists the documents', async () => {
        await visit(page, 'documents');
        await page.locator('.library h2 a').first().waitFor();
        await check('documents');
      });
      await t.test('shows a text with its names and claims', async () => {
        await page.locator('.library li', { has: page.locator('dd', { hasText: /^[1-9]\d*$/ }) }).locator('h2 a').first().click();
        await page.locator('.text .s').first().waitFor();
        assert.ok((await page.locator('.m').count()) > 0, 'no name is marked');
        await check('document');
      });
      await t.test('lands on a claim, its words marked', async () => {
        const link = await page.locator('.claims .says').last().getAttribute('href');
        await visit(page, `${new URL(page.url()).pathname.slice(1)}${link}`);
        await page.locator('li:target').waitFor();
        assert.ok((await page.locator('.s:has(:target) .quoted').count()) > 0, 'nothing is marked');
        await check('claim');
      });
      await t.test('hides the claims', async () => {
        await page.evaluate(() => document.querySelectorAll('.aside details').forEach((each) => (each.open = true)));
        await page.locator('#show-claims').uncheck();
        assert.equal(await page.locator('.claims').first().isVisible(), false);
      });
      /** Copies the first query of the page and compares. */
      const copies = async () => {
        const box = page.locator('.cypher').first();
        await box.getByRole('button', { name: 'Copy' }).click();
        await box.getByRole('button', { name: 'Copied' }).waitFor();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        assert.equal(copied, await box.locator('code').textContent());
        assert.match(copied, /^(:param .+;\n)*MATCH[^;]+;$/);
      };
      await t.test('lists the research queries, and copies one', async () => {
        await visit(page, 'queries');
        await page.locator('.query pre').first().waitFor();
        await check('queries');
        await copies();
      });
      await t.test('runs a research query with other values, and copies it', async () => {
        await page.getByRole('link', { name: /^Which countries joined exercises with a country/ }).click();
        await page.locator('#exercise_partners').getByRole('link', { name: 'Run it here' }).click();
        await page.locator('.rows td', { hasText: 'Kazakhstan' }).first().waitFor();
        await check('query');
        await copies();
        await page.getByLabel(/^country/).fill('Pakistan');
        await page.getByLabel(/^under/).fill('');
        await page.getByRole('button', { name: 'Run', exact: true }).click();
        await page.locator('.rows td', { hasText: 'China' }).first().waitFor();
        assert.equal(await page.getByLabel(/^country/).inputValue(), 'Pakistan');
      });
      await t.test('shows the schema', async () => {
        await page.getByRole('link', { name: 'Schema', exact: true }).click();
        await page.locator('#PARTICIPATED_IN').waitFor();
        await check('schema');
        await page.locator('.contents').getByRole('link', { name: 'Exercise', exact: true }).click();
        const box = await page.locator('#Exercise h3').boundingBox();
        assert.ok(box && box.y >= 0 && box.y < page.viewportSize().height, 'the label is not in sight');
      });
      await t.test('is led to from the playground', async () => {
        for (const [name, heading] of [['Documents', 'Documents'], ['Cypher queries', 'Cypher queries'], ['Schema', 'Schema']]) {
          await visit(page);
          await page.locator('.graphiql-query-editor .view-line').first().waitFor();
          if (name === 'Documents') await shot(page, `playground-${file}`);
          await page.getByRole('navigation', { name: 'Concord' }).getByRole('link', { name, exact: true }).click();
          await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
        }
      });
      await t.test('has raised no error and asked no other host', () => browser.assertQuiet());
    } finally {
      await browser.close();
    }
  });
}
