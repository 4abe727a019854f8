// An administrator sends a file that would retract much. It is held, and then released. By keyboard alone.
import assert from 'node:assert/strict';
import { barriers } from './axe.js';
import { actAs, call, keyboardJourney, open, tabTo, until } from './harness.js';

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
  await page.getByText(/would retract 12/).waitFor();
  assert.deepEqual(await barriers(page), []);
  assert.equal(await members(), PARTIES.length);

  await keys.activate(page.getByRole('button', { name: 'Release: record it' }));
  await status.getByText('completed').waitFor();
  await page.locator('.counts div', { hasText: 'Retracted' }).getByText('12', { exact: true }).waitFor();
  await page.getByRole('table').getByText('Retracted').first().waitFor();
  await until('one is a member', async () => (await members()) === 1);
});
