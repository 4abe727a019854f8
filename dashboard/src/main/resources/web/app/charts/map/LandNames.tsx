import {SIZE, type DrawnLand} from './projection.ts';
import {isInside, type Zoom} from './zoom.ts';

/** A name closer to the edge would be cut. */
const MARGIN = 36;

interface Props {
    /** Code → name. */
    named: ReadonlyMap<string, string>;
    drawn: readonly DrawnLand[];
    zoom: Zoom;
    /** Pixels of the screen for a unit of the map. */
    scale: number;
}

/** Tinted lands with their names, for orientation. The page names the same parties as text. */
export function LandNames({named, drawn, zoom, scale}: Props) {
    const lands = drawn.filter(({code}) => named.has(code));
    return (
        <g aria-hidden="true">
            {lands.map(({code, path}) => (
                <path key={code} class="map-tint" d={path} />
            ))}
            {lands
                .filter(({at}) => isInside(at, zoom, SIZE, MARGIN))
                .map(({code, at: [x, y]}) => (
                    <text key={code} class="map-name" transform={`translate(${x} ${y}) scale(${1 / scale})`} y={16}>
                        {named.get(code)}
                    </text>
                ))}
        </g>
    );
}
