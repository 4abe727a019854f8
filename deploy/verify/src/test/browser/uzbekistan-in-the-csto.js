// Uzbekistan in the Collective Security Treaty and its organisation: joined, left, came back, left again.
import assert from 'node:assert/strict';
import { journey, open, screenshot, settled } from './harness.js';

const SPANS = [
  ['Collective Security Treaty', '15 May 1992', '1999'],
  ['Collective Security Treaty Organization', '2006', '2012'],
];

await journey('uzbekistan-in-the-csto', async ({ page }) => {
  await open(page, '/organizations/csto');
  await page.getByLabel('With predecessors').check();
  const chart = page.getByRole('region', { name: 'Memberships through time' });
  await chart.locator('[data-open]').first().waitFor();
  await settled(page);
  await screenshot(page, 'uzbekistan-in-the-csto');

  await chart.getByRole('button', { name: 'Table' }).click();
  const rows = chart.getByRole('row').filter({ hasText: 'Uzbekistan' });
  await rows.nth(1).waitFor();
  const cells = await rows.evaluateAll(all => all.map(row => [...row.cells].map(cell => cell.innerText.trim())));
  assert.deepEqual(cells.map(([, organization, , since, until]) => [organization, since, until]), SPANS);

  await rows.last().getByRole('link', { name: '2006' }).click();
  const panel = page.getByRole('complementary', { name: 'Fact' });
  await panel.getByRole('heading', { name: /Uzbekistan/ }).waitFor();
  await panel.getByText('A return').waitFor();
});
