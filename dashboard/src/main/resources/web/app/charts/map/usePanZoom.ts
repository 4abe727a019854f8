import type {RefObject} from 'preact';
import {useEffect, useRef} from 'preact/hooks';
import {Gesture, pointOf} from './Gesture.ts';
import {SIZE} from './projection.ts';
import {pan, wholeWorld, zoomAt} from './zoom.ts';
import type {Zoom} from './zoom.ts';

const KEY_STEP = 40; // pixels
const ZOOM_STEP = 1.5;

export const zoomIn = (zoom: Zoom): Zoom => zoomBy(zoom, ZOOM_STEP);
export const zoomOut = (zoom: Zoom): Zoom => zoomBy(zoom, 1 / ZOOM_STEP);

function zoomBy(zoom: Zoom, factor: number): Zoom {
    return zoomAt(zoom, factor, SIZE.width / 2, SIZE.height / 2, SIZE);
}

const KEYS: Record<string, (zoom: Zoom) => Zoom> = {
    '+': zoomIn,
    '=': zoomIn,
    '-': zoomOut,
    '0': () => wholeWorld(SIZE),
    ArrowLeft: zoom => pan(zoom, KEY_STEP, 0, SIZE),
    ArrowRight: zoom => pan(zoom, -KEY_STEP, 0, SIZE),
    ArrowUp: zoom => pan(zoom, 0, KEY_STEP, SIZE),
    ArrowDown: zoom => pan(zoom, 0, -KEY_STEP, SIZE),
};

/** Moves and zooms a map: pointer, two fingers, Ctrl + wheel, keyboard. A plain wheel scrolls the page. */
export function usePanZoom(element: RefObject<SVGSVGElement>, zoom: Zoom, change: (zoom: Zoom) => void): void {
    const latest = useRef({zoom, change});
    latest.current = {zoom, change};
    useEffect(() => {
        const svg = element.current;
        const move = (next: Zoom) => {
            latest.current.zoom = next; // The next event can come before the next rendering.
            latest.current.change(next);
        };
        return svg ? listen(svg, () => latest.current.zoom, move) : undefined;
    }, [element]);
}

function listen(svg: SVGSVGElement, read: () => Zoom, change: (zoom: Zoom) => void): () => void {
    const ending = new AbortController();
    const options = {signal: ending.signal};
    const gesture = new Gesture(svg, read, change);
    svg.addEventListener('pointerdown', event => gesture.begin(event), options);
    svg.addEventListener('pointermove', event => gesture.move(event), options);
    svg.addEventListener('pointerup', event => gesture.end(event), options);
    svg.addEventListener('pointercancel', event => gesture.end(event), options);
    svg.addEventListener('click', event => gesture.click(event), {...options, capture: true});
    svg.addEventListener('dragstart', event => event.preventDefault(), options);
    svg.addEventListener(
        'wheel',
        event => {
            if (event.ctrlKey || event.metaKey) {
                event.preventDefault();
                const at = pointOf(svg, event);
                change(zoomAt(read(), 2 ** (-event.deltaY / 200), at.x, at.y, SIZE));
            }
        },
        {...options, passive: false},
    );
    svg.addEventListener(
        'keydown',
        event => {
            const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
            if (action) {
                event.preventDefault();
                change(action(read()));
            }
        },
        options,
    );
    return () => ending.abort();
}
