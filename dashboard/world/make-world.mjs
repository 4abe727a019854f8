// Writes world.json to the standard output. See README.md.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {geoArea, geoCentroid, geoContains} from 'd3-geo';
import iso from 'i18n-iso-countries';
import {feature} from 'topojson-client';
import {presimplify, quantile, simplify} from 'topojson-simplify';
import {CODES_BY_NAME, PLACES} from './places.mjs';

/** The part of the points that is left out: those that change the shapes least. */
const REMOVED = 0.6;

const source = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
const original = JSON.parse(readFileSync(source, 'utf8'));
const weighted = presimplify(original);
const simple = simplify(weighted, quantile(weighted, REMOVED));

const codeOf = ({id, properties}) => (id ? iso.numericToAlpha2(id) : CODES_BY_NAME[properties.name]);
const round = position => position.map(degrees => Math.round(degrees * 100) / 100);

function largestPart(shape) {
    const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
    return parts
        .map(coordinates => ({type: 'Polygon', coordinates}))
        .reduce((largest, part) => (geoArea(part) > geoArea(largest) ? part : largest));
}

/** The centroid, or the corner next to it for a land that bends around its centroid. */
function pointInside(shape) {
    const part = largestPart(shape);
    const centre = geoCentroid(part);
    const distance = ([x, y]) => Math.hypot(x - centre[0], y - centre[1]);
    return geoContains(part, centre)
        ? centre
        : part.coordinates[0].reduce((next, corner) => (distance(corner) < distance(next) ? corner : next));
}

/** A ring of arcs that have fewer than four positions together has no area any more. */
const length = ring => ring.reduce((sum, arc) => sum + simple.arcs[arc < 0 ? ~arc : arc].length - 1, 1);
const isVisible = polygon => length(polygon[0]) >= 4;

function landOf(geometry, n) {
    const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
    const arcs = polygons.filter(isVisible).map(polygon => polygon.filter(ring => length(ring) >= 4));
    const at = round(pointInside(feature(original, original.objects.countries.geometries[n]).geometry));
    const id = codeOf(geometry) ?? `other:${n}`;
    return arcs.length === 0 ? {type: null, id, at} : {type: 'MultiPolygon', id, at, arcs};
}

/** The arcs that are used, numbered again. Positions become differences to the one before. */
function pack(lands) {
    const numbers = new Map();
    const number = arc => numbers.get(arc) ?? numbers.set(arc, numbers.size).get(arc);
    const packed = lands.map(land =>
        land.arcs
            ? {
                  ...land,
                  arcs: land.arcs.map(polygon =>
                      polygon.map(ring => ring.map(arc => (arc < 0 ? ~number(~arc) : number(arc)))),
                  ),
              }
            : land,
    );
    return {arcs: [...numbers.keys()].map(arc => differences(simple.arcs[arc])), lands: packed};
}

const STEP = 0.02; // degrees
function differences(positions) {
    let [x, y] = [0, 0];
    return positions
        .map(([lon, lat]) => [Math.round(lon / STEP), Math.round(lat / STEP)])
        .map(([nextX, nextY]) => {
            const difference = [nextX - x, nextY - y];
            [x, y] = [nextX, nextY];
            return difference;
        })
        .filter(([dx, dy], n) => n === 0 || dx !== 0 || dy !== 0);
}

/** A code can have several shapes in the source, such as an island with a line of its own. */
function unite(lands) {
    const united = new Map();
    for (const land of lands) {
        const first = united.get(land.id);
        united.set(
            land.id,
            first?.arcs && land.arcs ? {...first, arcs: [...first.arcs, ...land.arcs]} : (first ?? land),
        );
    }
    return [...united.values()];
}

const hasParty = ({id}) => !id.startsWith('other:');
const shapes = simple.objects.countries.geometries.map(landOf).filter(land => land.id !== 'AQ');
const places = Object.entries(PLACES).map(([id, at]) => ({type: null, id, at}));
const lands = unite([...shapes.filter(land => land.arcs || hasParty(land)), ...places]);

const missing = Object.keys(iso.getAlpha2Codes()).filter(code => code !== 'AQ' && !lands.some(({id}) => id === code));
if (missing.length > 0) {
    throw new Error(`places.mjs needs a place for ${missing}`);
}
process.stdout.write(`${JSON.stringify({transform: {scale: [STEP, STEP], translate: [0, 0]}, ...pack(lands)})}\n`);
