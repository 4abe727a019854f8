import type {LandMark} from './marks.ts';
import {isSmall} from './projection.ts';
import type {DrawnLand} from './projection.ts';

const RADIUS = 4; // pixels of the screen

interface Props {
    marks: readonly LandMark[];
    drawn: readonly DrawnLand[];
    /** Pixels of the screen for a unit of the map. */
    scale: number;
    /** The id of the pattern for lands that are only possible. */
    hatch: string;
}

/** Coloured lands. A land that is too small to see at this scale has a round mark. */
export function LandMarks({marks, drawn, scale, hatch}: Props) {
    const byCode = new Map(drawn.map(land => [land.code, land]));
    return (
        <g>
            {marks.map(mark => (
                <MarkedLands
                    key={mark.row}
                    mark={mark}
                    lands={mark.lands.flatMap(code => byCode.get(code) ?? [])}
                    scale={scale}
                    hatch={hatch}
                />
            ))}
        </g>
    );
}

interface MarkProps {
    mark: LandMark;
    lands: DrawnLand[];
    scale: number;
    hatch: string;
}

function MarkedLands({mark, lands, scale, hatch}: MarkProps) {
    const path = lands.map(land => land.path).join('');
    return (
        <a href={mark.href} class={`map-marked tone-${mark.tone}`} data-row={mark.row} aria-label={mark.label}>
            <title>{mark.label}</title>
            <path class="map-fill" d={path} />
            {mark.possible && <path fill={`url(#${hatch})`} d={path} />}
            {lands
                .filter(land => isSmall(land, scale))
                .map(land => (
                    <circle key={land.code} class="map-small" cx={land.at[0]} cy={land.at[1]} r={RADIUS / scale} />
                ))}
        </a>
    );
}
