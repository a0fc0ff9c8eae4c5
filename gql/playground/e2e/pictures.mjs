// Takes the pictures of the pages that README and docs/ show: node e2e/pictures.mjs FOLDER,
// with the server at CONCORD_URL and its Neo4j Browser at NEO4J_BROWSER_URL.
import { join, resolve } from 'node:path';
import { start, visit } from './browser.mjs';

const folder = resolve(process.argv[2]);
const settled = 1500; // milliseconds: a layout or a zoom that moves is done by then

/** Opens a browser, does the steps on its page, and closes it. */
async function on(options, steps) {
  const browser = await start({ width: 1280, height: 800, ...options });
  try {
    await steps(browser.page, async (name) => {
      await browser.page.waitForTimeout(settled);
      await browser.page.mouse.move(0, 0);
      await browser.page.screenshot({ path: join(folder, `${name}.png`) });
      console.log(`${name}.png`);
    });
  } finally {
    await browser.close();
  }
}

async function answered(page) {
  await visit(page);
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  await page.getByRole('button', { name: /Execute query/ }).click();
  await page.locator('.result-window .view-lines', { hasText: '"data"' }).waitFor();
}

async function drawn(page, label) {
  await page.getByRole('tab', { name: 'Picture', exact: true }).click();
  const at = await page.waitForFunction((label) => {
    const host = document.querySelector('.picture-canvas');
    const node = host?._cyreg?.cy.$(`node[label = "${label}"]`).first();
    if (!node?.nonempty()) return false;
    const [box, place] = [host.getBoundingClientRect(), node.renderedPosition()];
    return { x: box.x + place.x, y: box.y + place.y };
  }, label);
  return at.jsonValue();
}

await on({}, async (page, picture) => {
  await answered(page);
  await picture('playground');
  await drawn(page, 'Exercise');
  await page.waitForTimeout(settled);
  const { x, y } = await drawn(page, 'Exercise');
  await page.mouse.click(x, y);
  await page.locator('.details .sentences').first().waitFor();
  await picture('playground-picture');
  await page.getByRole('tab', { name: 'Sources', exact: true }).click();
  await page.locator('.claim-where a').first().click();
  await page.locator('li:target').waitFor();
  await picture('document-claim');
});

await on({ width: 390, height: 844, dark: true }, async (page, picture) => {
  await visit(page, 'documents');
  await page.locator('.library li', { has: page.locator('dd', { hasText: /^[1-9]\d*$/ }) }).locator('h2 a').first().click();
  await page.locator('.text .claims').first().scrollIntoViewIfNeeded();
  await picture('document-telephone');
});

await on({}, async (page, picture) => {
  await page.goto(process.env.NEO4J_BROWSER_URL, { waitUntil: 'load' });
  await page.getByText('Who trained, met and signed with whom').waitFor();
  await page.getByText('Next', { exact: true }).click();
  await page.locator('pre.runnable:visible').first().click();
  await page.getByTestId('editor-Run').click();
  await page.locator('g.node').first().waitFor();
  await picture('neo4j-browser');
});
