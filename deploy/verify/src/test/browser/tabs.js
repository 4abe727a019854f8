// Ten tabs of a browser hold one connection, and each shows a change at once.
import assert from 'node:assert/strict';
import { call, installation, journey, metric, open, sees, until } from './harness.js';

const SUBSCRIBERS = 'depositary_subscribers';
const SOURCES = [{ title: 'Journeys', published: '2026' }];
const organization = `ten-tabs-${Date.now()}`;

async function newTabs(context, count) {
  const tabs = [];
  for (let index = 0; index < count; index++) {
    const tab = await context.newPage();
    await open(tab, `/organizations/${organization}`);
    tabs.push(tab);
  }
  return tabs;
}

async function followedBy(context, count, before, party, name) {
  const tabs = await newTabs(context, count);
  await until('the stream is open', async () => (await metric(SUBSCRIBERS)) === before + 1);
  await call('POST', `/api/organizations/${organization}/membership-changes`, {
    party, change: 'accession', effective: '2020-01-01', sources: SOURCES,
  });
  await Promise.all(tabs.map(tab => sees(tab, name)));
  assert.equal(await metric(SUBSCRIBERS), before + 1);
  return tabs;
}

await journey('tabs', async ({ browser, context, page }) => {
  await page.close();
  await call('PUT', `/api/organizations/${organization}`, { names: { en: 'Ten tabs' }, sources: SOURCES });
  const before = await metric(SUBSCRIBERS);
  await followedBy(context, 10, before, 'FR', 'France');
  await context.close();
  await until('the stream is closed', async () => (await metric(SUBSCRIBERS)) === before);

  // A browser without shared workers, as on a phone: one tab leads, and another one takes over when it closes.
  const phone = await browser.newContext({ baseURL: installation.origin });
  await phone.addInitScript(() => delete globalThis.SharedWorker);
  const [leader, ...others] = await followedBy(phone, 3, before, 'DE', 'Germany');
  await leader.close();
  await call('POST', `/api/organizations/${organization}/membership-changes`, {
    party: 'ES', change: 'accession', effective: '2020-01-01', sources: SOURCES,
  });
  await Promise.all(others.map(tab => sees(tab, 'Spain')));
  assert.equal(await metric(SUBSCRIBERS), before + 1);
});
