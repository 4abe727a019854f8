import type {RefObject} from 'preact';
import {useEffect, useRef} from 'preact/hooks';
import {dayAt} from './marks.ts';
import {panned, zoomed, type Period} from './viewport.ts';

export interface TimeAxis {
    period: Period;
    whole: Period;
    /** Of the plot, in pixels. */
    width: number;
    /** Where the plot begins in the element. */
    left: number;
    show(period: Period): void;
}

const WHEEL_STEP = 1.0015;
const DRAG_STARTS_AFTER = 4;

/** Zooms with Ctrl and the wheel or with two fingers, pans by dragging or with the horizontal wheel. */
export function useTimeGestures(element: RefObject<SVGSVGElement>, axis: TimeAxis): void {
    const latest = useRef(axis);
    latest.current = axis;
    useEffect(() => {
        const svg = element.current!;
        const wheel = (event: WheelEvent) => onWheel(event, svg, latest.current);
        svg.addEventListener('wheel', wheel, {passive: false});
        const stop = followPointers(svg, () => latest.current);
        return () => {
            svg.removeEventListener('wheel', wheel);
            stop();
        };
    }, []);
}

function onWheel(event: WheelEvent, svg: SVGSVGElement, axis: TimeAxis): void {
    if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const focus = dayAt(event.clientX - svg.getBoundingClientRect().left - axis.left, axis.period, axis.width);
        axis.show(zoomed(axis.period, WHEEL_STEP ** event.deltaY, focus, axis.whole));
    } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault();
        axis.show(panned(axis.period, daysOf(event.deltaX, axis), axis.whole));
    }
}

/** Follows pressed pointers: one pans, two zoom. A click stays a click. */
function followPointers(svg: SVGSVGElement, axis: () => TimeAxis): () => void {
    const pressed = new Map<number, number>();
    let travelled = 0;
    const down = (event: PointerEvent) => {
        pressed.set(event.pointerId, event.clientX);
        travelled = 0;
    };
    const move = (event: PointerEvent) => {
        const before = pressed.get(event.pointerId);
        if (before === undefined) {
            return;
        }
        travelled += Math.abs(event.clientX - before);
        if (travelled > DRAG_STARTS_AFTER) {
            svg.setPointerCapture(event.pointerId);
            moveOrPinch(pressed, event, before, svg, axis());
        }
        pressed.set(event.pointerId, event.clientX);
    };
    const up = (event: PointerEvent) => pressed.delete(event.pointerId);
    const click = (event: MouseEvent) => travelled > DRAG_STARTS_AFTER && event.preventDefault();
    const handlers = {pointerdown: down, pointermove: move, pointerup: up, pointercancel: up, click} as const;
    for (const [name, handler] of Object.entries(handlers)) {
        svg.addEventListener(name, handler as EventListener);
    }
    return () => {
        for (const [name, handler] of Object.entries(handlers)) {
            svg.removeEventListener(name, handler as EventListener);
        }
    };
}

function moveOrPinch(
    pressed: Map<number, number>,
    event: PointerEvent,
    before: number,
    svg: SVGSVGElement,
    axis: TimeAxis,
): void {
    const other = [...pressed].find(([pointer]) => pointer !== event.pointerId)?.[1];
    if (other === undefined) {
        axis.show(panned(axis.period, daysOf(before - event.clientX, axis), axis.whole));
        return;
    }
    const distance = Math.max(Math.abs(event.clientX - other), 1);
    const middle = (event.clientX + other) / 2 - svg.getBoundingClientRect().left - axis.left;
    const factor = Math.max(Math.abs(before - other), 1) / distance;
    axis.show(zoomed(axis.period, factor, dayAt(middle, axis.period, axis.width), axis.whole));
}

function daysOf(pixels: number, axis: TimeAxis): number {
    return (pixels / axis.width) * (axis.period.end - axis.period.start);
}
