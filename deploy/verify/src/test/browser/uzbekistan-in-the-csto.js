// Uzbekistan in the Collective Security Treaty and its organisation: joined, left, came back, left again. By keyboard alone:
// by the bars of the chart, and by its table.
import assert from 'node:assert/strict';
import { keyboardJourney, open, screenshot, settled, tabTo } from './harness.js';

const SPANS = [
  ['Collective Security Treaty', '15 May 1992', '1999'],
  ['Collective Security Treaty Organization', '2006', '2012'],
];

/** Goes along the bars of the chart until the focus is on one of Uzbekistan that began in 2006. */
async function walksToTheReturn(page, chart) {
  await tabTo(page, chart.locator('svg[role=group]'));
  await page.keyboard.press('ArrowDown');
  const row = chart.locator('[data-row=UZ]');
  for (let steps = 0; !(await has(row, 'focus-within')); steps++) {
    assert.ok(steps < 30, 'the arrow keys do not reach the row of Uzbekistan');
    await page.keyboard.press('ArrowDown');
  }
  const bar = row.locator('a.bar').filter({ hasText: '2006' });
  for (let steps = 0; !(await has(bar, 'focus')); steps++) {
    assert.ok(steps < 10, 'the arrow keys do not reach the bar');
    await page.keyboard.press('ArrowRight');
  }
}

const has = (locator, state) => locator.evaluate((element, name) => element.matches(`:${name}`), state);

await keyboardJourney('uzbekistan-in-the-csto', async ({ page, keys }) => {
  await open(page, '/organizations/csto');
  await keys.press(page.getByLabel('With predecessors'), 'Space');
  const chart = page.getByRole('region', { name: 'Memberships through time' });
  await chart.locator('[data-open]').first().waitFor();
  await settled(page);
  await screenshot(page, 'uzbekistan-in-the-csto');

  const panel = page.getByRole('complementary', { name: 'Fact' });
  await walksToTheReturn(page, chart);
  await page.keyboard.press('Enter');
  await panel.getByText('A return').waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  assert.ok(await has(chart.locator('[data-row=UZ] a.bar').filter({ hasText: '2006' }), 'focus'));

  await keys.activate(chart.getByRole('button', { name: 'Table' }));
  const rows = chart.getByRole('row').filter({ hasText: 'Uzbekistan' });
  await rows.nth(1).waitFor();
  const cells = await rows.evaluateAll(all => all.map(row => [...row.cells].map(cell => cell.innerText.trim())));
  assert.deepEqual(cells.map(([, organization, , since, until]) => [organization, since, until]), SPANS);

  await keys.activate(rows.last().getByRole('link', { name: '2006' }));
  await panel.getByRole('heading', { name: /Uzbekistan/ }).waitFor();
  await panel.getByText('A return').waitFor();
});
