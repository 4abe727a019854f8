// An administrator sends a file that would retract much. It is held. On a fresh page it is found in
// the list and released. By keyboard alone.
import assert from 'node:assert/strict';
import { barriers } from './axe.js';
import { actAs, call, keyboardJourney, open, screenshot, tabTo, until } from './harness.js';

const league = `imported-league-${Date.now()}`;
const PARTIES = ['KZ', 'KG', 'TJ', 'UZ', 'TM', 'MN', 'AM', 'BY', 'RU', 'CN', 'IN', 'PK', 'IR'];

function file(parties) {
  const rows = parties.map(party => `${league},Imported League,${party},accession,2012,Yearbook`);
  return {
    name: 'league.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['organization,organization_name,party,change,effective,source', ...rows].join('\n')),
  };
}

/** The file is chosen in a dialog of the system, which opens by key. */
async function send(page, keys, parties) {
  await open(page, '/desk?tab=imports');
  const dialog = page.waitForEvent('filechooser');
  await tabTo(page, page.getByLabel(/CSV or NDJSON file/));
  await page.keyboard.press('Enter');
  await (await dialog).setFiles(file(parties));
  await keys.type(page.getByLabel('Data set'), league);
  await keys.activate(page.getByRole('button', { name: 'Send' }));
}

async function members() {
  return (await call('GET', `/api/organizations/${league}/members?on=2014-01-01`)).body.items.length;
}

await keyboardJourney('held-import', async ({ context, page, keys }) => {
  await actAs(context, 'admin');
  await send(page, keys, PARTIES);
  const status = page.locator('.import [role=status]');
  await status.getByText('completed').waitFor();
  await until('all are members', async () => (await members()) === PARTIES.length);

  await send(page, keys, PARTIES.slice(0, 1));
  await status.getByText('held').waitFor();
  assert.equal(await members(), PARTIES.length);

  await findHeld(page, keys);
  await release(page, keys);
  await until('one is a member', async () => (await members()) === 1);
});

/** A fresh page of the desk: its tab says that something is held. The list has it first, and its link opens it. */
async function findHeld(page, keys) {
  await open(page, '/desk');
  const tab = page.getByRole('link', { name: /^Imports/ });
  await tab.getByText(/^\d+ held$/).waitFor();
  await keys.activate(tab);
  const row = page.locator('.import-list tbody tr').first();
  await row.getByText(league, { exact: true }).first().waitFor();
  await row.getByText('held', { exact: true }).waitFor();
  await row.getByText('Memberships').waitFor();
  await row.getByText(/would retract 12 and move the dates of 0 of the 13 facts/).waitFor();
  await row.getByRole('button', { name: `Discard ${league}` }).waitFor();
  assert.deepEqual(await barriers(page), []);
  await screenshot(page, 'held-imports');
  await keys.activate(row.getByRole('link', { name: league }));
}

/** After the release, the list has no more to decide. */
async function release(page, keys) {
  const opened = page.locator('.import');
  const status = opened.locator('[role=status]');
  await status.getByText('held').waitFor();
  await opened.getByText(/would retract 12/).waitFor();
  assert.deepEqual(await barriers(page), []);
  await opened.getByRole('heading', { name: 'What a release would change' }).waitFor();
  assert.equal(await opened.getByRole('table').getByText('No longer in the file').count(), 12);
  await keys.activate(opened.getByRole('button', { name: 'Release…' }));
  await keys.activate(opened.getByRole('button', { name: 'Cancel' }));
  await keys.activate(opened.getByRole('button', { name: 'Release…' }));
  await keys.activate(opened.getByRole('button', { name: 'Release: retract 12, move 0' }));
  await status.getByText('completed').waitFor();
  await page.locator('.counts div', { hasText: 'Retracted' }).getByText('12', { exact: true }).waitFor();
  await opened.getByRole('table').getByText('Retracted').first().waitFor();
  await page.getByText('Nothing is held.').waitFor();
  await page.getByText(/\d held/).waitFor({ state: 'detached' });
}
