import {useRef} from 'preact/hooks';
import {asOf, dayNumber, isoDay, today} from '../../dates/day.ts';
import {dayText} from '../../dates/text.ts';
import {useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {dayAt, xOf} from './marks.ts';
import type {Drawn} from './TimelineRows.tsx';

/** The as-of day across the rows. Its handle can be dragged; the slider above does the same by keyboard. */
export function AsOfLine({geometry, period, left, y, height}: Drawn & {y: number; height: number}) {
    const [view, change] = useView();
    const group = useRef<SVGGElement>(null);
    const day = asOf(view);
    const x = xOf(dayNumber(day), period, geometry.width);
    if (view.from || view.to || x < 0 || x > geometry.width) {
        return null;
    }
    const drag = (event: PointerEvent) => {
        if (event.buttons !== 1) {
            return;
        }
        event.stopPropagation();
        const plot = group.current!.ownerSVGElement!.getBoundingClientRect().left + left;
        const next = isoDay(dayAt(event.clientX - plot, period, geometry.width));
        change({on: next === today() ? '' : next}, {replace: true});
    };
    return (
        <g ref={group} class="as-of-line" transform={`translate(${left + x} 0)`} aria-hidden="true">
            <line y1={y + 20} y2={height} />
            <g
                class="handle"
                onPointerDown={event => {
                    event.stopPropagation();
                    (event.currentTarget as Element).setPointerCapture(event.pointerId);
                }}
                onPointerMove={drag}
            >
                <title>{t('timeline.as-of', {day: dayText(day)})}</title>
                <rect x={-14} y={y} width={28} height={24} />
                <path d={`M-6 ${y + 12} h12 l-6 9 z`} />
            </g>
        </g>
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

function firstDay(text: string): string {
    return text.length === 4 ? `${text}-01-01` : text;
}

function lastDay(text: string): string {
    return text.length === 4 ? `${text}-12-31` : text;
}
