import {useId, useMemo, useRef} from 'preact/hooks';
import {t} from '../../words/index.ts';
import {useWidth} from '../useWidth.ts';
import {LandMarks} from './LandMarks.tsx';
import {LandNames} from './LandNames.tsx';
import type {LandMark, PlaceMark} from './marks.ts';
import {PlaceMarks} from './PlaceMarks.tsx';
import {drawWorld, SIZE} from './projection.ts';
import {usePanZoom, zoomIn, zoomOut} from './usePanZoom.ts';
import type {World} from './world.ts';
import {transformOf, wholeWorld} from './zoom.ts';
import type {Zoom} from './zoom.ts';

interface Props {
    label: string;
    world: World;
    lands?: readonly LandMark[];
    places?: readonly PlaceMark[];
    /** Lands that are tinted and named for orientation: code → name. */
    named?: ReadonlyMap<string, string>;
    zoom: Zoom;
    onZoom: (zoom: Zoom) => void;
}

/** The world with coloured lands and places. It draws rows and knows nothing about what they mean. */
export function WorldMap({label, world, lands = [], places = [], named, zoom, onZoom}: Props) {
    const svg = useRef<SVGSVGElement>(null);
    const width = useWidth(svg) || SIZE.width;
    const scale = (zoom.scale * width) / SIZE.width;
    const hatch = useId();
    usePanZoom(svg, zoom, onZoom);
    const drawn = drawWorld(world);
    const ground = useMemo(() => drawn.map(({code, path}) => <path key={code} class="map-land" d={path} />), [drawn]);
    return (
        <div class="map">
            <svg
                ref={svg}
                class={zoom.scale > 1 ? 'map-image map-zoomed' : 'map-image'}
                viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
                role="group"
                aria-label={`${label}. ${t('map.help')}`}
                tabindex={0}
            >
                <Hatch id={hatch} scale={scale} />
                <rect class="map-sea" width={SIZE.width} height={SIZE.height} />
                <g transform={transformOf(zoom, SIZE)}>
                    <g aria-hidden="true">{ground}</g>
                    {named && <LandNames named={named} drawn={drawn} zoom={zoom} scale={scale} />}
                    <LandMarks marks={lands} drawn={drawn} scale={scale} hatch={hatch} />
                    <PlaceMarks marks={places} scale={scale} />
                </g>
            </svg>
            <ZoomButtons zoom={zoom} onZoom={onZoom} />
        </div>
    );
}

/** Lines over a land whose row is only possible. They keep their distance at every zoom. */
function Hatch({id, scale}: {id: string; scale: number}) {
    return (
        <defs>
            <pattern
                id={id}
                width="5"
                height="5"
                patternUnits="userSpaceOnUse"
                patternTransform={`rotate(45) scale(${1 / scale})`}
            >
                <path class="map-hatch" d="M0 0V5" />
            </pattern>
        </defs>
    );
}

function ZoomButtons({zoom, onZoom}: Pick<Props, 'zoom' | 'onZoom'>) {
    return (
        <div class="map-buttons">
            <button type="button" aria-label={t('map.zoom-in')} onClick={() => onZoom(zoomIn(zoom))}>
                +
            </button>
            <button type="button" aria-label={t('map.zoom-out')} onClick={() => onZoom(zoomOut(zoom))}>
                −
            </button>
            <button type="button" aria-label={t('map.world')} onClick={() => onZoom(wholeWorld(SIZE))}>
                ⌂
            </button>
        </div>
    );
}
