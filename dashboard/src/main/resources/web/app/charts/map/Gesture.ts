import {SIZE} from './projection.ts';
import {pan, zoomAt, type Zoom} from './zoom.ts';

/** A pointer that moved less than this clicks. In pixels of the map. */
const CLICK_TOLERANCE = 4;

interface Point {
    x: number;
    y: number;
}

/** One finger or the mouse moves the map, two fingers also zoom it. */
export class Gesture {
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
export function pointOf(svg: SVGSVGElement, event: MouseEvent): Point {
    const box = svg.getBoundingClientRect();
    return {
        x: ((event.clientX - box.left) / box.width) * SIZE.width,
        y: ((event.clientY - box.top) / box.height) * SIZE.height,
    };
}
