// A curator corrects a date by keyboard. With the state of knowledge from before, the page shows the earlier one.
import assert from 'node:assert/strict';
import { barriers } from './axe.js';
import { actAs, call, keyboardJourney, open, tabTo, until } from './harness.js';

const league = `corrected-league-${Date.now()}`;
const sources = [{ title: 'Yearbook of the League', published: '2013' }];

async function prepare() {
  await call('PUT', `/api/organizations/${league}`, { names: { en: 'Corrected League' }, founded: '2011', sources });
  const change = { party: 'MN', change: 'accession', effective: '2012-03-04', sources };
  return (await call('POST', `/api/organizations/${league}/membership-changes`, change)).body.location;
}

/** Only the date is typed at first: the form asks for the reason. */
async function correct(page, panel) {
  await tabTo(page, panel.getByRole('button', { name: 'Correct' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Correct' });
  await tabTo(page, dialog.getByLabel('Effective'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2012-03-14');
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('Fill this in.').waitFor();
  assert.deepEqual(await barriers(page), []);
  await page.keyboard.type('The yearbook has the 14th');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
}

async function lookAtEarlierKnowledge(page, panel) {
  await tabTo(page, panel.locator('.recordings a').first());
  await page.keyboard.press('Enter');
  await page.getByText('You see what the register knew').waitFor();
  await panel.getByText('4 March 2012', { exact: true }).first().waitFor();
  assert.equal(await panel.getByText('14 March 2012').count(), 0);
}

async function takeBack(page) {
  await open(page, '/desk?tab=mine');
  await tabTo(page, page.getByRole('button', { name: 'Correct it back…' }).first());
  assert.deepEqual(await barriers(page), []);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByRole('button', { name: 'Correct it back…' }));
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

await keyboardJourney('correct-a-date', async ({ context, page }) => {
  const fact = await prepare();
  await actAs(context, 'curator');
  await open(page, `/organizations/${league}?open=${fact}`);
  const panel = page.locator('.panel');
  await panel.getByText('4 March 2012').first().waitFor();
  await correct(page, panel);
  await panel.getByText('14 March 2012').first().waitFor();
  await lookAtEarlierKnowledge(page, panel);
  await takeBack(page);
  await until('the date is back', async () => (await call('GET', fact)).body.effective.edtf === '2012-03-04');
});
