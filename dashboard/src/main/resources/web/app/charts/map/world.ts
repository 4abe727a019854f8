import type {MultiPolygon, Position} from 'geojson';

/** The land of one party of today: its shape, and a point inside its largest part. */
export interface Land {
    code: string;
    at: [number, number];
    /** null if the land is too small to have a shape. */
    shape: MultiPolygon | null;
}

export type World = ReadonlyMap<string, Land>;

interface LandGeometry {
    type: 'Polygon' | 'MultiPolygon' | null;
    id: string;
    at: [number, number];
    arcs?: number[][] | number[][][];
}

/** TopoJSON with one object, whose geometries have codes of parties as ids. */
export interface WorldFile {
    transform: {scale: [number, number]; translate: [number, number]};
    arcs: number[][][];
    lands: LandGeometry[];
}

let loading: Promise<World> | undefined;

/** Loads the shapes when the first map is shown. After a failure, the next map tries again. */
export function loadWorld(): Promise<World> {
    loading ??= import('./world.json')
        .then(file => decodeWorld(file.default as unknown as WorldFile))
        .catch(error => {
            loading = undefined;
            throw error;
        });
    return loading;
}

export function decodeWorld(file: WorldFile): World {
    const arcs = file.arcs.map(arc => decodeArc(arc, file.transform));
    return new Map(file.lands.map(land => [land.id, {code: land.id, at: land.at, shape: decodeShape(land, arcs)}]));
}

/** In TopoJSON, each position of an arc is the difference to the one before, as integers. */
function decodeArc(arc: number[][], {scale, translate}: WorldFile['transform']): Position[] {
    let x = 0;
    let y = 0;
    return arc.map(([dx = 0, dy = 0]) => {
        x += dx;
        y += dy;
        return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
}

function decodeShape(land: LandGeometry, arcs: Position[][]): MultiPolygon | null {
    if (land.type === null) {
        return null;
    }
    const polygons = (land.type === 'Polygon' ? [land.arcs] : land.arcs) as number[][][];
    return {
        type: 'MultiPolygon',
        coordinates: polygons.map(rings => rings.map(ring => joinArcs(ring, arcs))),
    };
}

/** A negative index i means arc ~i in the other direction. An arc begins where the one before ended. */
function joinArcs(ring: number[], arcs: Position[][]): Position[] {
    return ring.flatMap((index, n) => {
        const arc = index < 0 ? [...arcs[~index]!].reverse() : arcs[index]!;
        return n === 0 ? arc : arc.slice(1);
    });
}
