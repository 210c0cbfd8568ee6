import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launch, patience } from './browser';
import { endpoint } from './registry';

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** What the editor with the answer holds, once it holds this; it shows no more than fits on the screen. */
async function answer(page: Page, expected: string) {
  const editor = page.locator('.result-window .CodeMirror');
  const end = Date.now() + patience;
  for (;;) {
    const text = String(await editor.evaluate((element: any) => element.CodeMirror.getValue()));
    if (text.includes(expected)) {
      return JSON.parse(text);
    }
    assert.ok(Date.now() < end, `no ${expected} in ${text}`);
    await setTimeout(100);
  }
}

async function photograph(page: Page, name: string) {
  if (process.env.SCREENSHOTS) {
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/graphiql-${name}.png` });
  }
}

test('GraphiQL shows the schema, and answers two users differently', async () => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(patience);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 400) {
      complaints.push(`${response.status()} ${response.url()}`);
    }
  });

  await page.goto(endpoint);
  assert.equal(new URL(page.url()).pathname, '/graphiql/');
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByRole('link', { name: 'Query', exact: true }).click();
  await page.getByRole('link', { name: 'weaponSystems', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Hide Documentation Explorer' }).click();

  const run = page.getByRole('button', { name: 'Execute query (Ctrl-Enter)' });
  await run.click();
  const nobody = await answer(page, '"totalCount"');
  assert.deepEqual(nobody.data.viewer.clearance, { level: null, nation: null, compartments: [] });
  assert.equal(nobody.data.weaponSystems.totalCount, 7);
  assert.equal(nobody.data.weaponSystems.nodes[0].designation, null);
  assert.equal(nobody.extensions, undefined);
  await photograph(page, 'nobody');

  await page.getByLabel('Ask as').selectOption('lt-secret');
  await run.click();
  const cleared = await answer(page, '"subject": "lt-secret"');
  assert.equal(cleared.data.weaponSystems.totalCount, 8);
  assert.match(cleared.extensions.marking, /^SLAPTAI/);
  await photograph(page, 'lt-secret');

  await page.getByLabel('Ask as').selectOption('ua-secret');
  await run.click();
  const other = await answer(page, '"subject": "ua-secret"');
  assert.notDeepEqual(other.data.weaponSystems, cleared.data.weaponSystems);
  await photograph(page, 'ua-secret');

  assert.deepEqual(complaints, []);
  await page.close();
});

test("GraphiQL begins with the tabs of a registrar's first hour", async () => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(patience);
  await page.goto(endpoint);
  const tabs: any[] = JSON.parse(await readFile('../../dev/graphiql/tabs.json', 'utf8'));
  await page.locator('.graphiql-tab-button').last().waitFor();
  assert.deepEqual(
    await page.locator('.graphiql-tab-button').allInnerTexts(),
    tabs.map((tab) => tab.document),
  );

  await page.getByLabel('Ask as').selectOption('registrar');
  await page.getByRole('button', { name: 'FindFirm', exact: true }).click();
  // GraphiQL takes a moment to see which operation a tab has.
  await page.waitForFunction((name) => {
    const editor: any = document.querySelector('.graphiql-query-editor .CodeMirror');
    return editor.CodeMirror.operationName === name;
  }, 'FindFirm');
  await page.getByRole('button', { name: 'Execute query (Ctrl-Enter)' }).click();
  assert.deepEqual((await answer(page, '"partnerFirms"')).data, { partnerFirms: { nodes: [] } });

  await page.getByRole('button', { name: 'RegisterFirm', exact: true }).click();
  const tools = page.locator('.graphiql-editor-tool .CodeMirror');
  const [variables, headers] = await tools.evaluateAll((editors: any[]) =>
    editors.map((editor) => JSON.parse(editor.CodeMirror.getValue())),
  );
  const register = tabs.find((tab) => tab.document === 'RegisterFirm');
  assert.deepEqual(variables, register.variables);
  assert.deepEqual(headers, register.headers);
  await photograph(page, 'first-hour');
  await page.close();
});

test('GraphiQL runs no script but those in its files, which are those of its packages', async () => {
  const page = await fetch(new URL('/graphiql/', endpoint));
  assert.match(page.headers.get('content-security-policy') ?? '', /script-src 'self';/);
  assert.doesNotMatch(await page.text(), /<script(?![^>]* src=)/);
  for (const [file, original] of [
    ['graphiql.min.js', 'graphiql/graphiql.min.js'],
    ['graphiql.min.css', 'graphiql/graphiql.min.css'],
    ['react.production.min.js', 'react/umd/react.production.min.js'],
    ['react-dom.production.min.js', 'react-dom/umd/react-dom.production.min.js'],
  ]) {
    const served = await fetch(new URL(`/graphiql/vendor/${file}`, endpoint));
    assert.deepEqual(Buffer.from(await served.arrayBuffer()), await readFile(`node_modules/${original}`), file);
  }
});
