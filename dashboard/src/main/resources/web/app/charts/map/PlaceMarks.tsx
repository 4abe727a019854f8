import {spread} from './marks.ts';
import type {PlaceMark} from './marks.ts';
import {project} from './projection.ts';

const RADIUS = {now: 6, past: 4, ahead: 3}; // pixels of the screen

/** Places of exercises as dots; a whole state as a ring. The ones of the moment are above the others. */
export function PlaceMarks({marks, scale}: {marks: readonly PlaceMark[]; scale: number}) {
    const points = spread(
        marks.map(({lon, lat}) => project(lon, lat)),
        scale,
    );
    const placed = marks.map((mark, n) => ({mark, point: points[n]!}));
    return (
        <g>
            {placed
                .filter(({mark}) => mark.time !== 'now')
                .concat(placed.filter(({mark}) => mark.time === 'now'))
                .map(({mark, point: [x, y]}) => (
                    <a
                        key={mark.key}
                        href={mark.href}
                        class={`map-place tone-${mark.tone} map-${mark.time}${mark.wholeState ? ' map-ring' : ''}`}
                        data-row={mark.row}
                        aria-label={mark.label}
                    >
                        <title>{mark.label}</title>
                        <circle cx={x} cy={y} r={RADIUS[mark.time] / scale} />
                    </a>
                ))}
        </g>
    );
}
