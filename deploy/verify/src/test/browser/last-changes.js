// The header opens the last changes, in the reader's language. A reader stops the updates of the page, and continues them. By
// keyboard alone.
import assert from 'node:assert/strict';
import { barriers } from './axe.js';
import { call, keyboardJourney, open, sees, tabTo } from './harness.js';

const league = `ticker-league-${Date.now()}`;
const sources = [{ title: 'Yearbook of the League' }];

async function accession(party) {
  const change = { party, change: 'accession', effective: '2012-03-04', sources };
  await call('POST', `/api/organizations/${league}/membership-changes`, change);
}

await keyboardJourney('last-changes', async ({ page, keys }) => {
  await call('PUT', `/api/organizations/${league}`, { names: { nl: 'Bond' }, founded: '2011', sources });
  await open(page, `/organizations/${league}?lang=nl`);
  const ticker = page.locator('.ticker');
  await keys.activate(ticker.getByRole('button').first());
  await accession('KZ');
  await ticker.getByRole('link', { name: 'Kazachstan werd lid van Bond, 4 maart 2012' }).waitFor();
  await sees(page.locator('main'), 'Kazachstan werd lid van Bond, 4 maart 2012');
  assert.deepEqual(await barriers(page), []);

  await keys.activate(ticker.getByRole('button', { name: 'Pauzeren' }));
  await accession('UZ');
  await ticker.getByText(/wachtend: [1-9]/).waitFor();
  assert.equal(await page.locator('main').getByText('Oezbekistan').count(), 0);
  await keys.activate(ticker.getByRole('button', { name: 'Doorgaan' }));
  await ticker.getByRole('link', { name: /^Oezbekistan werd lid van Bond/ }).waitFor();
  await sees(page.locator('.groups'), 'Oezbekistan');

  await tabTo(page, ticker.getByRole('link').first());
  await page.keyboard.press('Escape');
  await ticker.getByRole('region').waitFor({ state: 'detached' });
  await ticker.getByRole('button').and(page.locator(':focus')).waitFor();
});
