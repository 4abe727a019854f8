import {geoEqualEarth, geoPath} from 'd3-geo';
import type {GeoProjection} from 'd3-geo';
import type {Size} from './zoom.ts';
import type {World} from './world.ts';

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

let drawn: {world: World; lands: DrawnLand[]} | undefined;

/** Projects all lands, once. */
export function drawWorld(world: World): DrawnLand[] {
    if (drawn?.world !== world) {
        const path = geoPath(projection).digits(2);
        drawn = {
            world,
            lands: [...world.values()].map(({code, at, shape}) => ({
                code,
                path: (shape && path(shape)) ?? '',
                at: project(...at),
                area: shape ? path.area(shape) : 0,
            })),
        };
    }
    return drawn.lands;
}

export function isSmall(land: DrawnLand, scale: number): boolean {
    return land.area * scale * scale < SMALLEST_VISIBLE_AREA;
}
