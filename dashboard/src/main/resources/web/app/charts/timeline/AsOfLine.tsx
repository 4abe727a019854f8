import {useRef} from 'preact/hooks';
import {asOf, dayNumber, firstDay, isoDay, lastDay, today} from '../../dates/day.ts';
import {dayText} from '../../dates/text.ts';
import {useMovingView, useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {dayAt, xOf} from './marks.ts';
import type {Drawn} from './TimelineRows.tsx';

/**
 * The as-of day across the rows. It lies above the chart, so its moves do not paint the bars again. Its handle can be dragged;
 * the slider above does the same by keyboard.
 */
export function AsOfLine({geometry, period, left, height}: Drawn & {height: number}) {
    const [view, change] = useMovingView();
    const line = useRef<HTMLDivElement>(null);
    const day = asOf(view);
    const x = xOf(dayNumber(day), period, geometry.width);
    if (view.from || view.to || x < 0 || x > geometry.width) {
        return null;
    }
    const drag = (event: PointerEvent) => {
        if (event.buttons === 1) {
            const plot = line.current!.parentElement!.getBoundingClientRect().left + left;
            const next = isoDay(dayAt(event.clientX - plot, period, geometry.width));
            change({on: next === today() ? '' : next}, {replace: true});
        }
    };
    return (
        <div ref={line} class="as-of-line" aria-hidden="true" style={{transform: `translateX(${left + x}px)`, height: `${height}px`}}>
            <div
                class="handle"
                title={t('timeline.as-of', {day: dayText(day)})}
                onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
                onPointerMove={drag}
            />
        </div>
    );
}

/** The years of the range mode. */
export function RangeBand({geometry, period, left, height}: Drawn & {height: number}) {
    const [view] = useView();
    if (!view.from && !view.to) {
        return null;
    }
    const from = view.from ? xOf(dayNumber(firstDay(view.from)), period, geometry.width) : 0;
    const to = view.to ? xOf(dayNumber(lastDay(view.to)), period, geometry.width) : geometry.width;
    const start = Math.max(from, 0);
    const end = Math.min(Math.max(to, start), geometry.width);
    return (
        <rect class="range-band" x={left + start} y={geometry.axisHeight} width={end - start} height={height - geometry.axisHeight} />
    );
}
