// A page of another site embeds charts: by the code that the dashboard gives, and by oEmbed. A reader opens a fact in the
// frame. By keyboard alone.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { call, installation, keyboardJourney, metric, open, sees, tabTo } from './harness.js';

/** Serves HTML on a port of its own, which makes it another origin. */
async function foreignSite(html) {
  const server = createServer((request, response) => response.setHeader('Content-Type', 'text/html').end(html));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

async function embedCode(page, keys) {
  await open(page, '/organizations/csto?on=2007-01-01');
  await keys.activate(page.getByRole('button', { name: 'Embed', exact: true }).first());
  return page.locator('.copy-text').innerText();
}

/** A page of a portal with this code. Returns the height of the frame when it shows the chart. */
async function inPortal(page, html, look) {
  const site = await foreignSite(`<!doctype html><title>A portal</title><h1>A portal</h1>${html}`);
  try {
    await page.goto(site.url);
    const frame = page.frameLocator('iframe');
    await sees(frame, 'Source: Depositary');
    await look(frame);
    return await page.locator('iframe').evaluate(element => element.getBoundingClientRect().height);
  } finally {
    site.close();
  }
}

/** A reader goes into the frame, opens the first bar with its sources, and closes it. */
async function opensFact(page, frame) {
  await sees(frame, 'Uzbekistan');
  const chart = frame.locator('svg[role=group]');
  await tabTo(page, chart);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = frame.getByRole('complementary', { name: 'Fact' });
  await panel.getByText('Sources', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
}

/** The frame that oEmbed gives for a page of the dashboard. */
async function oEmbed(path) {
  const answer = await call('GET', `/oembed?url=${encodeURIComponent(installation.origin + path)}`);
  assert.equal(answer.body.type, 'rich');
  return answer.body;
}

/** The other charts show what their page shows. */
async function showsExercises(page) {
  const { body } = await call('GET', '/api/exercises?from=2007&to=2007&limit=1');
  const [exercise] = body.items;
  await inPortal(page, (await oEmbed('/exercises?from=2003&to=2007&party=CN')).html, async frame => {
    await frame.locator('a.map-place').first().waitFor();
    await frame.getByRole('heading', { name: 'Places of exercises' }).waitFor();
  });
  await inPortal(page, (await oEmbed('/exercises?tab=matrix&from=2003&to=2007')).html, async frame => {
    await tabTo(page, frame.locator('.matrix-cell').first());
  });
  await inPortal(page, (await oEmbed(`/exercises/${exercise.id}`)).html, async frame => {
    await frame.getByRole('heading', { level: 1, name: exercise.label }).waitFor();
    await frame.locator('.map-image').waitFor();
  });
}

async function isRefused(page, address) {
  const site = await foreignSite(`<!doctype html><iframe src="${new URL(address, installation.origin)}"></iframe>`);
  const refusal = page.waitForEvent('console', { predicate: message => /frame-ancestors/.test(message.text()) });
  await page.goto(site.url);
  await refusal;
  site.close();
}

await keyboardJourney(
  'embed',
  async ({ page, keys }) => {
    const streams = await metric('depositary_subscribers');
    const code = await embedCode(page, keys);
    assert.match(code, /on=2007-01-01/);
    const height = await inPortal(page, code, frame => opensFact(page, frame));
    assert.notEqual(height, 480);
    const content = await page.frames()[1].evaluate(() => document.documentElement.scrollHeight);
    assert.ok(Math.abs(height - content) <= 2, `the frame has ${height} px, its content ${content} px`);
    assert.equal(await metric('depositary_subscribers'), streams);

    const answer = await oEmbed('/organizations/csto');
    assert.equal(await inPortal(page, answer.html, frame => sees(frame, 'Uzbekistan')), answer.height);
    await showsExercises(page);

    await isRefused(page, '/organizations/csto');
    await isRefused(page, '/desk');
  },
  /frame-ancestors|ERR_BLOCKED_BY_RESPONSE|Failed to load resource/,
);
