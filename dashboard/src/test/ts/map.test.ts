import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {before, test} from 'node:test';
import {assignLands, formerStates, landsOf} from '../../main/resources/web/app/charts/map/lands.ts';
import {spread} from '../../main/resources/web/app/charts/map/marks.ts';
import {drawWorld, prepareWorld, isSmall, SIZE} from '../../main/resources/web/app/charts/map/projection.ts';
import {decodeWorld} from '../../main/resources/web/app/charts/map/world.ts';
import {
    formatZoom,
    limitZoom,
    MAX_SCALE,
    pan,
    parseZoom,
    wholeWorld,
    zoomAt,
    zoomTo,
} from '../../main/resources/web/app/charts/map/zoom.ts';

const FILE = new URL('../../main/resources/web/app/charts/map/world.json', import.meta.url);
const world = decodeWorld(JSON.parse(readFileSync(FILE, 'utf8')));
const successors = new Map([
    ['SUHH', ['KZ', 'RU', 'UA']],
    ['YUCS', ['BA', 'CSXX', 'HR']],
    ['CSXX', ['ME', 'RS']],
    ['X1', ['X2']],
    ['X2', ['X1']],
]);

test('a party of today stands on its own land, a former state on that of its successors', () => {
    assert.deepEqual(landsOf('KZ', world, successors), ['KZ']);
    assert.deepEqual(landsOf('YUCS', world, successors), ['BA', 'ME', 'RS', 'HR']);
    assert.deepEqual(landsOf('csto', world, successors), []);
    assert.deepEqual(landsOf('X1', world, successors), []);
});

test('a land belongs to one party, first to its own', () => {
    const owners = assignLands(['UA', 'SUHH', 'sco'], world, successors);
    assert.deepEqual(Object.fromEntries(owners), {KZ: 'SUHH', RU: 'SUHH', UA: 'UA'});
});

test('successors are read for former states only', () => {
    assert.deepEqual(formerStates(['KZ', 'SUHH', 'cow:300', 'csto'], world), ['SUHH', 'cow:300']);
});

test('rings of lands are closed, and their points lie on the earth', () => {
    const rings = [...world.values()].flatMap(({shape}) => shape?.coordinates.flat() ?? []);
    assert.ok(rings.length > 500);
    for (const ring of rings) {
        assert.ok(ring.length >= 4);
        assert.deepEqual(ring[0], ring.at(-1));
        assert.ok(ring.every(([lon = NaN, lat = NaN]) => Math.abs(lon) <= 180.01 && Math.abs(lat) <= 90));
    }
});

before(() => prepareWorld(world));

test('the map is not torn at the antimeridian: Russia is drawn in the east only', () => {
    const russia = drawWorld(world).find(({code}) => code === 'RU');
    const xs = [...(russia?.path.matchAll(/[ML](-?[\d.]+),/g) ?? [])].map(([, x]) => Number(x));
    assert.ok(xs.length > 100);
    assert.ok(Math.min(...xs) > SIZE.width / 2 - 60, `drawn from ${Math.min(...xs)}`);
});

test('states that are too small to see have a mark inside the map, until they are large enough', () => {
    const lands = new Map(drawWorld(world).map(land => [land.code, land]));
    for (const code of ['SG', 'MT', 'VA', 'TV', 'MC', 'LI', 'MV', 'NR']) {
        const land = lands.get(code);
        assert.ok(land && isSmall(land, 1), code);
        assert.ok(land.at[0] > 0 && land.at[0] < SIZE.width && land.at[1] > 0 && land.at[1] < SIZE.height, code);
    }
    assert.equal(isSmall(lands.get('KZ')!, 1), false);
    assert.equal(isSmall(lands.get('SG')!, MAX_SCALE), false);
});

test('zooming keeps the point under the pointer', () => {
    const before = wholeWorld(SIZE);
    const after = zoomAt(before, 3, 700, 150, SIZE);
    const mapX = (zoom: typeof before) => zoom.x + (700 - SIZE.width / 2) / zoom.scale;
    assert.equal(after.scale, 3);
    assert.ok(Math.abs(mapX(after) - mapX(before)) < 1e-9);
});

test('the shown part stays inside the map', () => {
    assert.deepEqual(pan(wholeWorld(SIZE), 500, 500, SIZE), wholeWorld(SIZE));
    assert.equal(limitZoom({scale: 999, x: 0, y: 0}, SIZE).scale, MAX_SCALE);
    assert.equal(limitZoom({scale: 2, x: -50, y: 0}, SIZE).x, SIZE.width / 4);
});

test('the zoom is the same after the URL', () => {
    const zoom = zoomTo(
        [
            [600, 100],
            [700, 160],
        ],
        SIZE,
    );
    const text = formatZoom(zoom, SIZE);
    assert.equal(formatZoom(parseZoom(text, SIZE)!, SIZE), text);
    assert.equal(parseZoom('4', SIZE), undefined);
    assert.equal(parseZoom('<script>', SIZE), undefined);
    assert.deepEqual(zoomTo([], SIZE), wholeWorld(SIZE));
});

test('marks that share a place lie apart', () => {
    const points = spread(
        [
            [10, 10],
            [10, 10],
            [10, 10],
            [90, 10],
        ],
        2,
    );
    assert.deepEqual(
        [points[0], points[3]],
        [
            [10, 10],
            [90, 10],
        ],
    );
    assert.equal(new Set(points.map(String)).size, 4);
});
