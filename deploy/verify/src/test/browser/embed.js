// A page of another site embeds a timeline: by the code that the dashboard gives, and by oEmbed.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { call, installation, journey, metric, open, sees } from './harness.js';

/** Serves HTML on a port of its own, which makes it another origin. */
async function foreignSite(html) {
  const server = createServer((request, response) => response.setHeader('Content-Type', 'text/html').end(html));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

async function embedCode(page) {
  await open(page, '/organizations/csto?on=2007-01-01');
  await page.getByRole('button', { name: 'Embed', exact: true }).first().click();
  return page.locator('.copy-text').innerText();
}

/** The frame shows the chart, as high as its content. */
async function showsTimeline(page, html) {
  const site = await foreignSite(`<!doctype html><title>A portal</title><h1>A portal</h1>${html}`);
  try {
    await page.goto(site.url);
    const frame = page.frameLocator('iframe');
    await sees(frame, 'Uzbekistan');
    await sees(frame, 'Source: Depositary');
    return await page.locator('iframe').evaluate(element => element.getBoundingClientRect().height);
  } finally {
    site.close();
  }
}

async function isRefused(page, address) {
  const site = await foreignSite(`<!doctype html><iframe src="${new URL(address, installation.origin)}"></iframe>`);
  const refusal = page.waitForEvent('console', { predicate: message => /frame-ancestors/.test(message.text()) });
  await page.goto(site.url);
  await refusal;
  site.close();
}

await journey(
  'embed',
  async ({ page }) => {
    const streams = await metric('depositary_subscribers');
    const code = await embedCode(page);
    assert.match(code, /on=2007-01-01/);
    const height = await showsTimeline(page, code);
    assert.notEqual(height, 480);
    const content = await page.frames()[1].evaluate(() => document.documentElement.scrollHeight);
    assert.ok(Math.abs(height - content) <= 2, `the frame has ${height} px, its content ${content} px`);
    assert.equal(await metric('depositary_subscribers'), streams);

    const answer = await call('GET', `/oembed?url=${encodeURIComponent(`${installation.origin}/organizations/csto`)}`);
    assert.equal(answer.body.type, 'rich');
    assert.equal(await showsTimeline(page, answer.body.html), answer.body.height);

    await isRefused(page, '/organizations/csto');
    await isRefused(page, '/desk');
  },
  /frame-ancestors|ERR_BLOCKED_BY_RESPONSE|Failed to load resource/,
);
