// Who was in the SCO when the Astana Declaration was signed, and says who? From the start page, by what a reader sees, by keyboard alone.
import assert from 'node:assert/strict';
import { keyboardJourney, open, screenshot, settled, tabTo } from './harness.js';

const MEMBERS = ['China', 'Kazakhstan', 'Kyrgyzstan', 'Russia', 'Tajikistan', 'Uzbekistan'];

async function search(page, text) {
  await tabTo(page, page.getByRole('searchbox', { name: 'Search', exact: true }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** The English name of the declaration does not have the word. Its Dutch name does. */
async function findsTheDeclaration(page, keys) {
  await search(page, 'Astana');
  const hits = page.locator('.hits');
  await keys.activate(hits.getByRole('link', { name: /Declaration by the Heads/ }));
  const panel = page.getByRole('complementary', { name: 'Fact' });
  await panel.getByRole('heading', { name: /signed 5 July 2005/ }).waitFor();
  await hits.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
}

await keyboardJourney('who-was-in-the-sco', async ({ page, keys }) => {
  await open(page, '/');
  await findsTheDeclaration(page, keys);
  await search(page, 'Shanghai Cooperation');
  await keys.activate(page.locator('.hits').getByRole('link', { name: /Shanghai Cooperation Organi[sz]ation/ }).first());
  await page.getByRole('heading', { level: 1, name: /Shanghai Cooperation/ }).waitFor();

  await keys.typeDay(page.locator('.as-of input[type="date"]'), '2005-07-05');
  await page.getByRole('heading', { name: 'Members on 5 July 2005', exact: true }).waitFor();
  await settled(page);
  const group = status => page.locator('.group').filter({ has: page.getByRole('heading', { name: new RegExp(`^${status}`) }) });
  const members = await group('Member').locator('li > a:first-child').allInnerTexts();
  assert.deepEqual(members.map(name => name.trim()).sort(), MEMBERS);
  await group('Observer').getByRole('link', { name: 'Mongolia' }).waitFor();

  await keys.activate(group('Member').locator('li').filter({ hasText: 'Uzbekistan' }).locator('.since'));
  const panel = page.getByRole('complementary', { name: 'Fact' });
  await panel.getByRole('heading', { name: /Uzbekistan/ }).waitFor();
  await panel.getByText('Tim Lagrange').first().waitFor();
  await panel.getByText('Sources disagree').waitFor();
  assert.match(page.url(), /on=2005-07-05/);
  await screenshot(page, 'who-was-in-the-sco');

  const address = page.url();
  await page.reload();
  await panel.getByText('Tim Lagrange').first().waitFor();
  assert.equal(page.url(), address);
  await tabTo(page, panel.getByRole('button', { name: 'Close' }));
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await page.goBack();
  await panel.waitFor();
  await page.goBack();
  await panel.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Members on 5 July 2005', exact: true }).waitFor();
});
