// The page, as a browser shows it to people.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { launch, patience } from './browser';
import { heron, undertow } from './personas';
import { endpoint, headersOf } from './registry';

const origin = new URL(endpoint).origin;
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const languages = { en: 'There is no such record here', lt: 'Tokio įrašo čia nėra', uk: 'Такого запису тут немає' };

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** A new visitor's page, all of whose requests and complaints are kept. */
async function visit(options: BrowserContextOptions = {}, user = 'anonymous') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const requests: Request[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      complaints.push(message.text());
    }
  });
  if (user !== 'anonymous') {
    const headers = await headersOf(user);
    await page.route(endpoint, (route) => route.continue({ headers: { ...route.request().headers(), ...headers } }));
  }
  return { page, context, requests, complaints };
}

/** Goes to an address and waits for its answer. */
async function open(page: Page, path: string) {
  await page.goto(origin + path);
  await settled(page);
}

const settled = (page: Page) => page.locator('body[aria-busy=false] h1').waitFor();
const heading = (page: Page) => page.locator('h1').innerText();

async function photograph(page: Page, name: string) {
  if (process.env.SCREENSHOTS) {
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/page-${name}.png`, fullPage: true });
  }
}

for (const [language, absent] of Object.entries(languages)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing to object to in ${language}, ${colorScheme}`, async () => {
      const { page, context, requests, complaints } = await visit({ colorScheme });
      const places = {
        home: '',
        list: '/systems',
        record: `/systems/${heron}?history=1`,
        absent: `/systems/${undertow}`,
        unknown: '/nowhere',
      };
      for (const [name, path] of Object.entries(places)) {
        await open(page, `/${language}${path}`);
        assert.equal(await page.evaluate(() => document.documentElement.lang), language);
        await page.evaluate(axe);
        const { violations, passes } = await page.evaluate(() => (window as any).axe.run());
        assert.deepEqual(violations.map((each: any) => [each.id, each.nodes.map((node: any) => node.html)]), [], name);
        assert.ok(passes.length > 20);
        await photograph(page, `${name}-${language}-${colorScheme}`);
      }
      await open(page, `/${language}/systems/${undertow}`);
      assert.equal(await heading(page), absent);
      assert.deepEqual(requests.filter((each) => new URL(each.url()).origin !== origin && !each.url().startsWith('data:')), []);
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
}

test('a first visit is in the language of the browser, and asks by one trusted document', async () => {
  const { page, context, requests } = await visit({ locale: 'uk-UA' });
  await open(page, '/');
  assert.equal(new URL(page.url()).pathname, '/uk');
  const asked = requests.filter((each) => each.url() === endpoint).map((each) => each.postDataJSON());
  assert.equal(asked.length, 1);
  assert.match(asked[0].documentId, /^sha256:/);
  assert.equal(asked[0].query, undefined);
  await context.close();
});

test('what looks like markup in a text is text', async () => {
  const { page, context, complaints } = await visit();
  const hostile = '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">';
  await page.route(endpoint, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(/"(codeName|title|name)":"/g, `"$1":${JSON.stringify(hostile).slice(0, -1)}`);
    await route.fulfill({ response, body });
  });
  await open(page, `/en/systems/${heron}`);
  assert.ok((await heading(page)).startsWith(hostile));
  assert.equal(await page.locator('main script, main img').count(), 0);
  assert.equal(await page.evaluate(() => (window as any).hacked), undefined);
  assert.deepEqual(complaints, []);

  // Were it not, the policy would still stand in the way: the browser refuses a string as markup.
  const refused = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<p>';
      return '';
    } catch (error) {
      return String(error);
    }
  });
  assert.match(refused, /TrustedHTML/);
  await context.close();
});

test('a narrow screen scrolls in one direction only', async () => {
  const { page, context } = await visit({ viewport: { width: 320, height: 640 } });
  for (const path of ['/en', '/lt/agreements', '/uk/allocations', `/en/systems/${heron}?history=1`, '/lt/campaigns']) {
    await open(page, path);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, path);
  }
  await photograph(page, 'narrow');
  await context.close();
});

test('a record has an address that can be kept, and a way there and back by keyboard', async () => {
  const { page, context } = await visit();
  await open(page, '/en/systems');
  const link = page.getByRole('link', { name: 'EXERCISE HERON' });
  await link.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/en/systems/${heron}`);
  await settled(page);
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1');
  assert.equal(await page.title(), 'EXERCISE HERON – Partnership registry');
  await page.reload();
  await settled(page);
  assert.equal(await heading(page), 'EXERCISE HERON');
  await page.goBack();
  await page.getByRole('heading', { name: 'Weapon systems', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Lietuvių' }).click();
  await page.getByRole('heading', { name: 'Ginklų sistemos', level: 1 }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/lt/systems');
  await context.close();
});

test('a registry that does not answer is said so, and asked again', async () => {
  const { page, context } = await visit();
  await page.route(endpoint, (route) => route.abort());
  await open(page, '/en/firms');
  assert.equal(await heading(page), 'The registry does not answer');
  await page.unroute(endpoint);
  await page.route(endpoint, (route) => route.fulfill({ status: 503, json: { errors: [{ message: 'busy' }] } }));
  await page.getByRole('button', { name: 'Try again' }).click();
  await settled(page);
  assert.equal(await heading(page), 'The registry does not answer');
  await page.unroute(endpoint);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Firms', level: 1 }).waitFor();
  await context.close();
});

test('what a session showed is gone when it ends, and when the page is left', async () => {
  const { page, context } = await visit();
  let ended = false;
  await page.route(endpoint, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'registry-session': '1' };
    await (ended ? route.fulfill({ status: 401, headers, body: '{}' }) : route.fulfill({ response, headers }));
  });
  await open(page, `/en/systems/${heron}`);
  assert.match(await page.innerText('main'), /EXERCISE/);
  const leave = (event: string) =>
    page.evaluate((name) => void dispatchEvent(new PageTransitionEvent(name, { persisted: true })), event);
  await leave('pagehide');
  assert.equal((await page.innerText('body')).trim(), '');
  await leave('pageshow');
  await page.getByText('EXERCISE').first().waitFor();
  ended = true;
  await page.getByRole('link', { name: 'Log in' }).waitFor();
  assert.doesNotMatch(await page.innerText('body'), /EXERCISE/);
  await context.close();
});

test('what is withheld is a bar that says so and tells nothing by its length', async () => {
  const { page, context } = await visit();
  await open(page, `/en/systems/${heron}`);
  const bars = page.locator('.bar');
  assert.deepEqual(await bars.allTextContents(), Array(6).fill('withheld'));
  const widths = await bars.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().width));
  assert.equal(new Set(widths).size, 1);
  assert.deepEqual(await banners(page), ['PUBLIC', 'PUBLIC']);
  await context.close();
});

const banners = async (page: Page) => (await page.locator('.banner').allInnerTexts()).map((each) => each.trim());

test('the marking stands at the top and the bottom, on the screen and on paper', async () => {
  const marking = 'SLAPTAI // REL TO LTU';
  const { page, context } = await visit({ viewport: { width: 800, height: 400 } }, 'lt-secret');
  await open(page, `/lt/systems/${heron}?history=1`);
  assert.deepEqual(await banners(page), [marking, marking]);
  assert.match(await page.locator('dd').filter({ hasText: 'EX-110 Gandras' }).innerText(), /^\(S\/\/REL TO LTU, UKR\) EX-110/);
  await page.mouse.wheel(0, 300);
  await page.waitForFunction(() => scrollY > 0);
  const [top, bottom] = await page.locator('.banner').all();
  assert.equal((await top!.boundingBox())!.y, 0);
  const box = (await bottom!.boundingBox())!;
  assert.equal(Math.round(box.y + box.height), 400);
  await photograph(page, 'classified');
  await page.emulateMedia({ media: 'print' });
  for (const each of [top!, bottom!]) {
    assert.equal(await each.evaluate((element) => getComputedStyle(element).position), 'fixed');
  }
  await page.emulateMedia({ media: 'screen' });
  // The browser keeps the title of a tab, and others see it: of a classified record it says nothing.
  await open(page, `/lt/systems/${undertow}`);
  assert.match(await heading(page), /EXERCISE UNDERTOW/);
  assert.doesNotMatch(await page.title(), /EXERCISE|UNDERTOW/);
  // A page that shows nothing classified has no other page's marking.
  await page.evaluate(() => {
    history.pushState(null, '', '/lt/nowhere');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await page.getByRole('heading', { name: 'Tokio puslapio nėra' }).waitFor();
  assert.deepEqual(await banners(page), ['VIEŠA', 'VIEŠA']);
  await context.close();
});

test('a list is searched, ordered and paged by its address', async () => {
  const { page, context } = await visit();
  // The demo has no more than fits on a page: as if pages had five records.
  await page.route(endpoint, (route) =>
    route.continue({ postData: route.request().postData()!.replace(/"(first|last)":20\b/, '"$1":5') }),
  );
  await open(page, '/en/sources');
  const titles = () => page.locator('tbody td:first-child').allInnerTexts();
  const first = await titles();
  assert.equal(first.length, 5);
  await page.getByRole('link', { name: 'Next page' }).click();
  await page.waitForURL(/after=/);
  await settled(page);
  const second = await titles();
  assert.ok(second.length > 0 && second.every((each) => !first.includes(each)));
  await page.getByRole('link', { name: 'Previous page' }).click();
  await page.waitForURL(/before=/);
  await settled(page);
  assert.deepEqual(await titles(), first);
  await page.unroute(endpoint);

  await open(page, '/en/systems');
  const names = await titles();
  await page.getByLabel('Order').selectOption('-codeName');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/order=-codeName/);
  await settled(page);
  assert.deepEqual(await titles(), [...names].reverse());
  await page.getByLabel('Search in').fill('heron');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=heron/);
  await settled(page);
  assert.deepEqual(await titles(), ['EXERCISE HERON']);
  await page.reload();
  await settled(page);
  assert.equal(await page.getByLabel('Search in').inputValue(), 'heron');

  await open(page, '/en/sources?after=spoiled');
  assert.equal(await heading(page), 'The registry refused this request');
  await page.getByRole('link', { name: 'Go to the first page' }).click();
  await page.getByRole('heading', { name: 'Sources', level: 1 }).waitFor();
  await context.close();
});

test('a record is shown as it was, and is absent before it was on record', async () => {
  const { page, context } = await visit();
  await open(page, `/en/systems/${heron}`);
  await page.getByRole('link', { name: 'Show history' }).click();
  await page.locator('.history li').first().waitFor();
  await page.getByLabel('As it was at the end of').fill('2020-02-29');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByRole('heading', { name: languages.en }).waitFor();
  assert.match(await page.locator('main').innerText(), /29 February 2020/);
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByRole('heading', { name: 'EXERCISE HERON' }).waitFor();
  await context.close();
});

test('the overview has a table and a scale for each currency, and each region on the map', async () => {
  const { page, context, complaints } = await visit();
  await page.route(endpoint, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    const [first] = answer.data.allocations.nodes;
    const value = (amount: string, currency: string) => ({ ...first, value: { amount, currency } });
    answer.data.allocations.nodes = [value('10', 'EUR'), value('40', 'EUR'), value('8000', 'UAH')];
    await route.fulfill({ response, json: answer });
  });
  await open(page, '/en');
  const widths = (currency: string, at: number) =>
    page.locator('table', { has: page.locator('caption', { hasText: currency }) }).nth(at).locator('rect')
      .evaluateAll((all) => all.map((each) => each.getAttribute('width')));
  assert.deepEqual(await widths('EUR', 0), ['100', '25']);
  assert.deepEqual(await widths('UAH', 0), ['100']);
  const regions = await page.locator('.map circle title').allTextContents();
  assert.ok(regions.length > 2);
  const boxes = await page.locator('.map path, .map circle').evaluateAll((all) =>
    all.map((each) => (each as SVGGraphicsElement).getBBox()).map(({ x, y, width, height }) => [x, y, x + width, y + height]));
  const [lithuania, ukraine, ...dots] = boxes as [number, number, number, number][];
  for (const [index, [x, y]] of dots.entries()) {
    const [left, top, right, bottom] = regions[index]!.startsWith('Lithuania') ? lithuania! : ukraine!;
    assert.ok(x > left - 12 && x < right && y > top - 12 && y < bottom, regions[index]);
  }
  await photograph(page, 'overview');
  assert.deepEqual(complaints, []);
  await context.close();
});
