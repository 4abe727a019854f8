// A curator corrects a date. With the state of knowledge from before, the page shows the earlier one.
import assert from 'node:assert/strict';
import { actAs, call, journey, open } from './harness.js';

const league = `corrected-league-${Date.now()}`;
const sources = [{ title: 'Yearbook of the League', published: '2013' }];

async function prepare() {
  await call('PUT', `/api/organizations/${league}`, { names: { en: 'Corrected League' }, founded: '2011', sources });
  const change = { party: 'MN', change: 'accession', effective: '2012-03-04', sources };
  return (await call('POST', `/api/organizations/${league}/membership-changes`, change)).body.location;
}

await journey('correct-a-date', async ({ context, page }) => {
  const fact = await prepare();
  await actAs(context, 'curator');
  await open(page, `/organizations/${league}?open=${fact}`);
  const panel = page.locator('.panel');
  await panel.getByText('4 March 2012').first().waitFor();

  await panel.getByRole('button', { name: 'Correct' }).click();
  const dialog = page.getByRole('dialog', { name: 'Correct' });
  await dialog.getByLabel('Effective').fill('2012-03-14');
  await dialog.getByRole('button', { name: 'Correct' }).click();
  assert.equal(await dialog.getByText('Fill this in.').count(), 1);
  await dialog.getByLabel('Reason').fill('The yearbook has the 14th');
  await dialog.getByRole('button', { name: 'Correct' }).click();
  await dialog.waitFor({ state: 'detached' });
  await panel.getByText('14 March 2012').first().waitFor();

  await panel.locator('.recordings a').first().click();
  await page.getByText('You see what the register knew').waitFor();
  await panel.getByText('4 March 2012', { exact: true }).first().waitFor();
  assert.equal(await panel.getByText('14 March 2012').count(), 0);

  await open(page, '/desk?tab=mine');
  await page.getByRole('button', { name: 'Correct it back…' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Correct it back…' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal((await call('GET', fact)).body.effective.edtf, '2012-03-04');
});
