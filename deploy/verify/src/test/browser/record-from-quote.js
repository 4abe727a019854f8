// A curator selects words of a document and records a fact from them. Another window shows it without a reload.
import assert from 'node:assert/strict';
import { barriers } from './axe.js';
import { actAs, call, installation, journey, open, upload } from './harness.js';

const league = `quote-league-${Date.now()}`;
const text = `Agreement on the ${league}

Article 1

1. Kazakhstan and Kyrgyzstan founded the League on 3 May 2011 in Almaty.

2. Uzbekistan acceded to the League on 12 September 2014.
`;

async function prepare() {
  const sources = [{ title: 'Agreement on the League' }];
  await call('PUT', `/api/organizations/${league}`, { names: { en: 'Quoted League' }, founded: '2011-05-03', sources });
  await call('POST', `/api/organizations/${league}/membership-changes`, {
    party: 'KZ', change: 'accession', effective: '2011-05-03', founding: true, sources,
  });
  return (await upload(text)).replace('/api', '');
}

/** Three clicks select a paragraph, as they do everywhere. */
async function selectQuote(page) {
  await page.getByText('Uzbekistan acceded').click({ clickCount: 3 });
  const record = page.getByRole('link', { name: 'Record a fact from this quote' });
  await record.waitFor();
  assert.deepEqual(await barriers(page), []);
  await record.click();
}

async function record(page) {
  const quote = await page.locator('.citation blockquote').innerText();
  assert.match(quote, /Uzbekistan acceded to the League on 12 September 2014\./);
  await page.getByLabel('Organisation').fill(league);
  await page.getByLabel('Party').fill('Uzbekistan');
  await page.getByText('UZ', { exact: true }).waitFor();
  await page.getByLabel('Change').selectOption('accession');
  await page.getByLabel('Effective').fill('2014-09-31');
  await page.getByText('This month does not have this day.').waitFor();
  assert.deepEqual(await barriers(page), []);
  await page.getByLabel('Effective').fill('2014-09-12');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByText('Recorded.').waitFor();
}

await journey('record-from-quote', async ({ browser, context, page }) => {
  const document = await prepare();
  const other = await (await browser.newContext({ baseURL: installation.origin })).newPage();
  await open(other, `/organizations/${league}`);
  await other.getByText('Kazakhstan').filter({ visible: true }).first().waitFor();
  assert.equal(await other.getByText('Uzbekistan').count(), 0);

  await actAs(context, 'curator');
  await open(page, `/documents?q=${league}`);
  await page.getByRole('link', { name: `Agreement on the ${league}` }).click();
  await selectQuote(page);
  await record(page);

  await other.getByText('Uzbekistan').filter({ visible: true }).first().waitFor();
  assert.equal(await other.evaluate(() => performance.getEntriesByType('navigation')[0].type), 'navigate');
  await open(page, document);
  await page.locator('a.quoted').click();
  await page.locator('.panel').getByText('Uzbekistan').first().waitFor();
});
