// A reader takes the timeline along: table, CSV, SVG and PNG have the same rows, and the citation is pinned.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { journey, open, settled } from './harness.js';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByText(button, { exact: true }).first().click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The facts that open the bars of the chart. */
function marks(page) {
  return page.locator('.timeline [data-open]').evaluateAll(bars => [...new Set(bars.map(bar => bar.dataset.open))].sort());
}

function openedIn(csv) {
  const [header, ...lines] = csv.trim().split(/\r?\n/);
  const column = header.split(',').indexOf('opened');
  assert.ok(column >= 0, header);
  return [...new Set(lines.map(line => /\/api\/membership-changes\/[0-9a-f-]+/.exec(line)[0]))].sort();
}

await journey('take-away', async ({ page }) => {
  await open(page, '/organizations/csto');
  await page.locator('.timeline [data-open]').first().waitFor();
  const drawn = await marks(page);
  assert.ok(drawn.length > 5);

  const svg = await saved(page, 'SVG');
  const picture = svg.bytes.toString();
  assert.match(svg.name, /\.svg$/);
  assert.ok(!/var\(|class=|light-dark/.test(picture), 'the picture depends on style sheets');
  assert.match(picture, /Uzbekistan/);
  assert.match(picture, /known-at=/);
  const png = await saved(page, 'PNG');
  assert.deepEqual(png.bytes.subarray(0, 4), PNG);
  assert.ok(png.bytes.length > 10_000);

  assert.deepEqual(openedIn((await saved(page, 'CSV')).bytes.toString()), drawn);
  await page.getByRole('button', { name: 'Table' }).first().click();
  await settled(page);
  // The first link of a row opens the fact with which the span began.
  const table = await page.locator('.chart-table tbody tr').evaluateAll(rows => {
    const opened = row => [...row.querySelectorAll('a')].map(link => new URL(link.href).searchParams.get('open')).find(Boolean);
    return [...new Set(rows.map(opened))].sort();
  });
  assert.deepEqual(table, drawn);

  await page.getByRole('button', { name: 'Cite' }).first().click();
  const citation = await page.locator('.copy-text').innerText();
  assert.match(citation, /on=\d{4}-\d\d-\d\d/);
  assert.match(citation, /known-at=\d{4}-\d\d-\d\dT/);
  await open(page, /https?:\S+/.exec(citation)[0]);
  await page.locator('.timeline [data-open], .chart-table').first().waitFor();
});
