// A reader compares the SCO on its first day and after the summit of Astana, by keyboard alone.
import assert from 'node:assert/strict';
import { keyboardJourney, open } from './harness.js';

const RESULT = '0 gone, 4 new, 0 changed, 6 the same';

const differences = page =>
  page.locator('.comparison tbody tr').evaluateAll(rows => rows.map(row => [row.dataset.row, row.classList[0]]));

async function choose(page, keys, side, day) {
  const fields = page.getByRole('group', { name: side, exact: true });
  await fields.getByRole('option', { name: /^SCO / }).waitFor({ state: 'attached' });
  await keys.choose(fields.getByLabel('Organisation'), 'SCO');
  await keys.typeDay(fields.getByLabel('Day'), day);
}

await keyboardJourney('compare-days', async ({ page, keys }) => {
  await open(page, '/compare');
  await choose(page, keys, 'Left', '2001-06-15');
  await choose(page, keys, 'Right', '2005-07-06');
  await page.getByText(RESULT).waitFor();
  await page.waitForURL('**/compare?left=sco@2001-06-15&right=sco@2005-07-06');
  const shown = await differences(page);
  assert.deepEqual(Object.fromEntries(shown), {
    IN: 'only-right', IR: 'only-right', MN: 'only-right', PK: 'only-right',
    CN: 'same', KZ: 'same', KG: 'same', RU: 'same', TJ: 'same', UZ: 'same',
  });

  await open(page, '/compare?left=sco@2001-06-15&right=sco@2005-07-06');
  await page.getByText(RESULT).waitFor();
  assert.deepEqual(await differences(page), shown);

  await keys.activate(page.locator('tr[data-row=MN]').getByRole('link', { name: 'Observer' }));
  await page.getByRole('complementary', { name: 'Fact' }).getByText('A Critical Evaluation').first().waitFor();
  await keys.activate(page.getByRole('button', { name: 'Close' }));
  await keys.activate(page.getByRole('button', { name: 'Swap sides' }));
  await page.getByText('4 only left, 0 only right, 0 changed, 6 the same').waitFor();
  await page.goBack();
  await page.getByText(RESULT).waitFor();
});
