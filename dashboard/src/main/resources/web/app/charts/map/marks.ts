/** A party that is coloured: one row of the table below the map. */
export interface LandMark {
    row: string;
    /** Codes of its lands: several for a former state. */
    lands: readonly string[];
    label: string;
    /** The part of the class name that decides the colour. */
    tone: string;
    possible: boolean;
    href: string;
}

/** A place of an exercise: a point, or a whole state if the source names only the state. */
export interface PlaceMark {
    row: string;
    key: string;
    lon: number;
    lat: number;
    wholeState: boolean;
    label: string;
    tone: string;
    time: 'now' | 'past' | 'ahead';
    href: string;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Moves points that share a place apart, around it.
 *
 * @param scale pixels of the screen for a unit of the map
 * @param distance in pixels of the screen
 */
export function spread(points: readonly [number, number][], scale: number, distance = 9): [number, number][] {
    const seen = new Map<string, number>();
    return points.map(([x, y]) => {
        const cell = `${Math.round((x * scale) / distance)} ${Math.round((y * scale) / distance)}`;
        const n = seen.get(cell) ?? 0;
        seen.set(cell, n + 1);
        const radius = (distance * Math.sqrt(n)) / scale;
        return [x + radius * Math.cos(n * GOLDEN_ANGLE), y + radius * Math.sin(n * GOLDEN_ANGLE)];
    });
}
