// A curator selects words of a document and records a fact from them, by keyboard alone. Another window shows it without a
// reload.
import assert from 'node:assert/strict';
import { barriers } from './axe.js';
import { actAs, call, installation, keyboardJourney, open, tabTo, until, upload } from './harness.js';

const league = `quote-league-${Date.now()}`;
const text = `Agreement on the ${league}

Article 1

1. Kazakhstan and Kyrgyzstan founded the League on 3 May 2011 in Almaty.

2. Uzbekistan acceded to the League on 12 September 2014.
`;

async function prepare() {
  const sources = [{ title: 'Agreement on the League' }];
  await call('PUT', `/api/organizations/${league}`, { names: { en: `The ${league}` }, founded: '2011-05-03', sources });
  await call('POST', `/api/organizations/${league}/membership-changes`, {
    party: 'KZ', change: 'accession', effective: '2011-05-03', founding: true, sources,
  });
  return (await upload(text)).replace('/api', '');
}

/** Enter selects the whole passage. The arrow keys make the selection shorter: from its start, and from its end. */
async function selectQuote(page, keys) {
  const text = page.locator('.document-text');
  const passage = text.locator('[data-anchor]').filter({ hasText: 'Uzbekistan acceded' });
  await tabTo(page, text.locator('[data-anchor]').first());
  await page.keyboard.press('End');
  await passage.and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  const quote = page.getByLabel('Words of the quote');
  await holds(page, quote, 'Uzbekistan acceded to the League on 12 September 2014.');
  for (const word of ['Uzbekistan', 'acceded', 'to']) {
    await page.keyboard.press('ArrowRight');
    await holds(page, quote, new RegExp(`^${word}\\b.*2014\\.$`));
  }
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await holds(page, quote, /^to the League on 12\b(?!.*2014\.)/);
  await page.keyboard.press('Enter');
  await holds(page, quote, /2014\.$/);
  assert.deepEqual(await barriers(page), []);
  await keys.activate(page.getByRole('button', { name: 'Cite this passage' }));
  await quote.and(page.locator(':focus')).waitFor();
  await keys.activate(page.getByRole('link', { name: 'Record a fact from this quote' }));
}

async function holds(page, field, value) {
  await until(`the quote is ${value}`, async () => {
    const shown = await field.inputValue();
    return typeof value === 'string' ? shown.trim().endsWith(value) : value.test(shown.trim());
  });
}

async function record(page, keys) {
  const quote = await page.locator('.citation blockquote').innerText();
  assert.match(quote, /Uzbekistan acceded to the League on 12 September 2014\./);
  // A name becomes the id of its organisation.
  await keys.type(page.getByLabel('Organisation'), `The ${league}`);
  await page.getByText(`→ The ${league}`).waitFor();
  assert.equal(await page.getByLabel('Organisation').inputValue(), league);
  await keys.type(page.getByLabel('Party'), 'Uzbekistan');
  await page.getByText('UZ', { exact: true }).waitFor();
  await keys.choose(page.getByLabel('Change'), 'accession');
  await keys.type(page.getByLabel('Effective'), '2014-09-31');
  await page.getByText('This month does not have this day.').waitFor();
  assert.deepEqual(await barriers(page), []);
  await keys.type(page.getByLabel('Effective'), '2014-09-12');
  await keys.activate(page.getByRole('button', { name: 'Record', exact: true }));
  await page.getByText('Recorded.').waitFor();
}

await keyboardJourney('record-from-quote', async ({ browser, context, page, keys }) => {
  const document = await prepare();
  const other = await (await browser.newContext({ baseURL: installation.origin })).newPage();
  await open(other, `/organizations/${league}`);
  await other.getByText('Kazakhstan').filter({ visible: true }).first().waitFor();
  assert.equal(await other.getByText('Uzbekistan').count(), 0);

  await actAs(context, 'curator');
  await open(page, `/documents?q=${league}`);
  await keys.activate(page.getByRole('link', { name: `Agreement on the ${league}` }));
  await selectQuote(page, keys);
  await record(page, keys);

  await other.getByText('Uzbekistan').filter({ visible: true }).first().waitFor();
  assert.equal(await other.evaluate(() => performance.getEntriesByType('navigation')[0].type), 'navigate');
  await open(page, document);
  await keys.activate(page.locator('a.quoted'));
  await page.locator('.panel').getByText('Uzbekistan').first().waitFor();
});
