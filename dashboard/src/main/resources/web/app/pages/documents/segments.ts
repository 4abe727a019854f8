/** A range of a text with what it means. Offsets count Unicode code points, as everywhere in the interface. */
export interface Range<T> {
    start: number;
    end: number;
    mark: T;
}

/** A piece of a text, and the marks of all ranges that cover it. */
export interface Segment<T> {
    text: string;
    marks: T[];
}

/** Splits a text at the ends of its ranges. Ranges may overlap; parts outside the text are ignored. */
export function segments<T>(text: string, ranges: Range<T>[]): Segment<T>[] {
    if (ranges.length === 0) {
        return [{text, marks: []}];
    }
    const points = Array.from(text);
    const cuts = new Set([0, points.length]);
    for (const {start, end} of ranges) {
        cuts.add(Math.min(Math.max(start, 0), points.length));
        cuts.add(Math.min(Math.max(end, 0), points.length));
    }
    const ordered = [...cuts].sort((a, b) => a - b);
    return ordered.slice(0, -1).map((from, index) => {
        const to = ordered[index + 1]!;
        return {
            text: points.slice(from, to).join(''),
            marks: ranges.filter(each => each.start < to && each.end > from).map(each => each.mark),
        };
    });
}

/** The part of a long text around its first range, in whole words. The ranges move with it. */
export function excerpt(
    text: string,
    ranges: [number, number][],
    around: number,
): {text: string; ranges: [number, number][]} {
    const points = Array.from(text);
    const first = ranges[0]?.[0] ?? 0;
    const from = wordStart(points, first - around);
    const to = Math.min(points.length, first + 2 * around);
    const ahead = from > 0 ? 1 : 0;
    const moved = ranges
        .filter(([start, end]) => start >= from && end <= to)
        .map(([start, end]): [number, number] => [start - from + ahead, end - from + ahead]);
    const body = points.slice(from, to).join('');
    return {text: (ahead ? '…' : '') + body + (to < points.length ? '…' : ''), ranges: moved};
}

function wordStart(points: string[], at: number): number {
    if (at <= 0) {
        return 0;
    }
    for (let index = at; index < Math.min(points.length, at + 30); index++) {
        if (points[index] === ' ') {
            return index + 1;
        }
    }
    return at;
}
