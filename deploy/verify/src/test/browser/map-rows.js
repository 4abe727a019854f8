// Marks, table and CSV of the maps and the matrix have the same rows.
import assert from 'node:assert/strict';
import { call, journey, open, settled } from './harness.js';

const sorted = values => [...values].sort();
const distinct = values => sorted(new Set(values));

/** The rows that have a mark, or stand below the map because no place is known. */
function marks(chart) {
  return chart.locator('[data-row]').evaluateAll(all => all.map(one => one.getAttribute('data-row'))).then(distinct);
}

async function csvRows(chart, key) {
  const address = await chart.getByRole('link', { name: 'CSV' }).getAttribute('href');
  const response = await fetch(new URL(address, chart.page().url()));
  const [header, ...lines] = (await response.text()).trim().split('\n').map(line => line.trim().split(','));
  return distinct(lines.map(line => key(name => line[header.indexOf(name)])));
}

/** The text of each row in the table of the chart: some of its cells. Two rows can have the same text. */
async function table(page, chart, ...columns) {
  await chart.getByRole('button', { name: 'Table' }).click();
  await settled(page);
  const rows = await chart.locator('tbody tr').evaluateAll((all, wanted) =>
    all.map(row => wanted.map(column => row.cells[column].textContent).join(' ')), columns);
  await chart.getByRole('button', { name: 'Table' }).click();
  return sorted(rows);
}

/** The texts that the rows must have in the table. */
async function texts(list, rows, key, text) {
  const { items } = (await call('GET', list)).body;
  const byKey = new Map(items.map(item => [key(item), text(item)]));
  return sorted(rows.map(row => byKey.get(row)));
}

const chart = (page, name) => page.getByRole('region', { name });

async function memberMap(page) {
  await open(page, '/organizations/sco?on=2010-03-01');
  const map = chart(page, /^Map of members/);
  await map.locator('.map-marked').first().waitFor();
  const drawn = await marks(map);
  assert.ok(drawn.length >= 16, String(drawn));
  assert.deepEqual(await csvRows(map, cell => cell('party')), drawn);
  const list = '/api/organizations/sco/members?on=2010-03-01';
  assert.deepEqual(await table(page, map, 0), await texts(list, drawn, item => item.party, item => item.name));
}

async function exerciseMap(page) {
  await open(page, '/exercises');
  const map = chart(page, /^Places of exercises/);
  await map.locator('a.map-place').first().waitFor();
  const drawn = await marks(map);
  assert.ok(drawn.length >= 10, String(drawn));
  assert.deepEqual(await csvRows(map, cell => cell('id')), drawn);
  const list = '/api/exercises?limit=1000';
  assert.deepEqual(await table(page, map, 1), await texts(list, drawn, item => item.id, item => item.label));
}

async function matrix(page) {
  await open(page, '/exercises?tab=matrix');
  const pairs = chart(page, 'Who exercises with whom');
  await pairs.locator('.matrix-cell').first().waitFor();
  const drawn = await marks(pairs);
  assert.ok(drawn.length > 10, String(drawn));
  const key = (one, other) => [one, other].sort().join(' ');
  assert.deepEqual(await csvRows(pairs, cell => key(cell('party'), cell('with'))), drawn);
  const list = '/api/exercises/statistics?by=pair&limit=1000';
  const expected = await texts(list, drawn, item => key(item.party, item.with), item => `${item.name} ${item.withName}`);
  assert.deepEqual(await table(page, pairs, 0, 1), expected);
}

await journey('map-rows', async ({ page }) => {
  await memberMap(page);
  await exerciseMap(page);
  await matrix(page);
});
