// Reads exports as Parquet with the package hyparquet, and compares rows, columns and description with NDJSON and CSV.
// Prints a line with the numbers of kinds and rows.
// usage: node parquet.js ORIGIN QUERY KIND...
import assert from 'node:assert/strict';
import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';

const [origin, query, ...kinds] = process.argv.slice(2);

async function download(kind, format) {
  const response = await fetch(`${origin}/api/exports/${kind}.${format}?${query}`);
  assert.equal(response.status, 200);
  return response.arrayBuffer();
}

const text = (bytes) => new TextDecoder().decode(bytes);

// The value that a column has in a row of NDJSON.
function expected(row, column) {
  return column.split('.').reduce((value, field) => value?.[field], row) ?? undefined;
}

function sameAs(cell, value) {
  if (cell === null || cell === undefined) {
    return value === undefined;
  }
  if (typeof cell === 'bigint') {
    return Number(cell) === value;
  }
  if (cell instanceof Date) {
    return cell.toISOString().slice(0, 10) === value;
  }
  if (typeof value === 'object' && typeof cell === 'string') {
    // Objects, and arrays of them, are JSON.
    return JSON.stringify(JSON.parse(cell)) === JSON.stringify(value);
  }
  return JSON.stringify(cell) === JSON.stringify(value);
}

async function compare(kind) {
  const file = await download(kind, 'parquet');
  const lines = text(await download(kind, 'ndjson')).trimEnd().split('\n').map((line) => JSON.parse(line));
  const header = text(await download(kind, 'csv')).split('\r\n', 1)[0];
  const end = lines.pop();
  const metadata = await parquetMetadataAsync(file);
  const columns = parquetSchema(metadata).children.map((child) => child.element.name);
  assert.equal(columns.join(','), header);
  const description = Object.fromEntries(metadata.key_value_metadata.map(({ key, value }) => [key, value]));
  for (const field of ['rows', 'of', 'known-at', 'license', 'provenance']) {
    assert.equal(description[`depositary.${field}`], String(end[field]), field);
  }
  const rows = await parquetReadObjects({ file, metadata });
  assert.equal(rows.length, lines.length);
  assert.equal(rows.length, end.rows);
  rows.forEach((row, index) => {
    for (const column of columns) {
      const value = expected(lines[index], column);
      assert.ok(sameAs(row[column], value), `${kind} ${index} ${column}: ${row[column]}, not ${JSON.stringify(value)}`);
    }
  });
  return rows.length;
}

let rows = 0;
for (const kind of kinds) {
  const found = await compare(kind);
  assert.ok(found > 0, kind);
  rows += found;
}
console.log(`${kinds.length} kinds, ${rows} rows`);
