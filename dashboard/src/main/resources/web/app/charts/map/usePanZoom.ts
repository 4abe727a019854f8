import type {RefObject} from 'preact';
import {useEffect, useRef} from 'preact/hooks';
import {SIZE} from './projection.ts';
import {pan, wholeWorld, zoomAt} from './zoom.ts';
import type {Zoom} from './zoom.ts';

const KEY_STEP = 40; // pixels
const ZOOM_STEP = 1.5;
/** A pointer that moved less than this clicks. */
const CLICK_TOLERANCE = 4;

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

interface Point {
    x: number;
    y: number;
}

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

/** One finger or the mouse moves the map, two fingers also zoom it. */
class Gesture {
    readonly #pointers = new Map<number, Point>();
    #moved = 0;

    constructor(
        private readonly svg: SVGSVGElement,
        private readonly read: () => Zoom,
        private readonly change: (zoom: Zoom) => void,
    ) {}

    begin(event: PointerEvent): void {
        if (this.#pointers.size === 0) {
            this.#moved = 0;
        }
        this.#pointers.set(event.pointerId, pointOf(this.svg, event));
    }

    move(event: PointerEvent): void {
        const before = this.#pointers.get(event.pointerId);
        if (!before) {
            return;
        }
        const now = pointOf(this.svg, event);
        const others = [...this.#pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
        this.#pointers.set(event.pointerId, now);
        this.#moved += distance(before, now);
        if (this.#moved >= CLICK_TOLERANCE) {
            this.svg.setPointerCapture(event.pointerId);
            this.change(others[0] ? pinch(this.read(), before, now, others[0]) : this.drag(before, now));
        }
    }

    end(event: PointerEvent): void {
        this.#pointers.delete(event.pointerId);
    }

    /** The end of a drag is no click on a link. */
    click(event: MouseEvent): void {
        if (this.#moved >= CLICK_TOLERANCE) {
            event.preventDefault();
            event.stopPropagation();
            this.#moved = 0;
        }
    }

    private drag(before: Point, now: Point): Zoom {
        return pan(this.read(), now.x - before.x, now.y - before.y, SIZE);
    }
}

function pinch(zoom: Zoom, before: Point, now: Point, other: Point): Zoom {
    const factor = distance(now, other) / Math.max(1, distance(before, other));
    const moved = pan(zoom, (now.x - before.x) / 2, (now.y - before.y) / 2, SIZE);
    return zoomAt(moved, factor, (now.x + other.x) / 2, (now.y + other.y) / 2, SIZE);
}

function distance(one: Point, other: Point): number {
    return Math.hypot(one.x - other.x, one.y - other.y);
}

/** In pixels of the map at scale 1, whatever size the page gives it. */
function pointOf(svg: SVGSVGElement, event: MouseEvent): Point {
    const box = svg.getBoundingClientRect();
    return {
        x: ((event.clientX - box.left) / box.width) * SIZE.width,
        y: ((event.clientY - box.top) / box.height) * SIZE.height,
    };
}
