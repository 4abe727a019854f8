import {geoEqualEarth, geoPath} from 'd3-geo';
import type {GeoProjection} from 'd3-geo';
import type {Size} from './zoom.ts';
import type {Land, World} from './world.ts';

/** The size in which every map is drawn; the page scales it. */
export const SIZE: Size = {width: 960, height: 460};

/** A land with fewer square pixels than this gets a round mark. */
const SMALLEST_VISIBLE_AREA = 9;

export interface DrawnLand {
    code: string;
    path: string;
    /** Where a mark of this land stands. */
    at: [number, number];
    /** Square pixels at scale 1. */
    area: number;
}

/** Equal areas. The map is cut at 169° W, between Siberia and Alaska, so that no state is torn. */
function worldProjection(): GeoProjection {
    return geoEqualEarth()
        .rotate([-11, 0])
        .fitExtent(
            [
                [1, 1],
                [SIZE.width - 1, SIZE.height + 26], // Antarctica lies below the frame: it has no parties.
            ],
            {type: 'Sphere'},
        );
}

const projection = worldProjection();

export function project(lon: number, lat: number): [number, number] {
    return projection([lon, lat]) ?? [0, 0];
}

const path = geoPath(projection).digits(2);

/** Milliseconds for which projecting may block the page. */
const SLICE_MS = 8;

const drawn = new WeakMap<World, DrawnLand[]>();
const preparing = new WeakMap<World, Promise<void>>();

/** Projects all lands, once, in short slices, so that the page stays responsive. Call it before {@link drawWorld}. */
export function prepareWorld(world: World): Promise<void> {
    const prepared = preparing.get(world) ?? drawInSlices(world);
    preparing.set(world, prepared);
    return prepared;
}

/** All lands of a world that was prepared. */
export function drawWorld(world: World): DrawnLand[] {
    const lands = drawn.get(world);
    if (!lands) {
        throw new Error('Call prepareWorld first.');
    }
    return lands;
}

async function drawInSlices(world: World): Promise<void> {
    const lands: DrawnLand[] = [];
    let began = performance.now();
    for (const land of world.values()) {
        lands.push(drawLand(land));
        if (performance.now() - began > SLICE_MS) {
            await nextTask();
            began = performance.now();
        }
    }
    drawn.set(world, lands);
}

function drawLand({code, at, shape}: Land): DrawnLand {
    return {code, path: (shape && path(shape)) ?? '', at: project(...at), area: shape ? path.area(shape) : 0};
}

/** Lets waiting tasks of the browser run. A message, unlike a timer, has no minimum delay. */
function nextTask(): Promise<void> {
    return new Promise(resolve => {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => {
            port1.close();
            resolve();
        };
        port2.postMessage(null);
    });
}

export function isSmall(land: DrawnLand, scale: number): boolean {
    return land.area * scale * scale < SMALLEST_VISIBLE_AREA;
}
