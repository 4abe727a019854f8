import {useMemo, useRef, useState} from 'preact/hooks';
import type {TimelineItem} from '../../api/types.ts';
import {asOf, dayNumber, today} from '../../dates/day.ts';
import {currentView, navigate, useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {useWidth} from '../useWidth.ts';
import {AsOfLine, RangeBand} from './AsOfLine.tsx';
import {useTimeGestures} from './gestures.ts';
import {Hatches, Legend} from './Legend.tsx';
import {moveFocus} from './keyboard.ts';
import {rowHeight, rowTop, type Geometry} from './marks.ts';
import {timelineRows, type RowsOf, type TimelineRow} from './rows.ts';
import {dayOf, mayHold} from './spans.ts';
import {TimelineAxis, TimelineGrid} from './TimelineAxis.tsx';
import {TimelineRows} from './TimelineRows.tsx';
import {formatZoom, parseZoom, type Period} from './viewport.ts';

const LABELS: Record<RowsOf, number> = {party: 172, organization: 280};
/** Narrower charts have the labels above the bars. */
const NARROW = 640;
/** More rows than these scroll inside the chart, and only visible ones are drawn. */
const ROWS_AT_ONCE = 80;
const SCROLLED_HEIGHT = 640;
/** Pixels that are drawn beyond the visible ones. */
const OVERSCAN = 100;

interface TimelineProps {
    items: TimelineItem[];
    of: RowsOf;
    whole: Period;
    /** Spans of other organisations, its predecessors, look different. */
    organization?: string | undefined;
}

/** Spans through time: a row for each party or organisation, a bar for each span. */
export function Timeline({items, of, whole, organization}: TimelineProps) {
    const [view, change] = useView();
    const box = useRef<HTMLDivElement>(null);
    const svg = useRef<SVGSVGElement>(null);
    const [scrolled, setScrolled] = useState(0);
    const now = dayNumber(today());
    const rows = useMemo(() => timelineRows(items, of, now), [items, of]);
    const width = useWidth(box);
    const {geometry, left, height, labelAbove} = layout(width, rows, of);
    const period = useMemo(() => parseZoom(view.zoom, whole), [view.zoom, whole.start, whole.end]);
    const show = (next: Period) => change({zoom: formatZoom(next, whole)}, {replace: true});
    useTimeGestures(svg, {period, whole, width: geometry.width, left, show});
    const scrolls = rows.length > ROWS_AT_ONCE;
    const visible = scrolls ? {top: scrolled - OVERSCAN, bottom: scrolled + SCROLLED_HEIGHT + OVERSCAN} : ALL;
    const drawn = useMemo(() => ({rows, geometry, period, now, left, labelAbove}), [rows, width, period]);
    return (
        <div class="timeline">
            <div
                class={scrolls ? 'timeline-box scrolls' : 'timeline-box'}
                ref={box}
                onScroll={event => setScrolled(event.currentTarget.scrollTop)}
            >
                <svg
                    ref={svg}
                    width={Math.max(width, 1)}
                    height={height}
                    role="group"
                    tabindex={0}
                    aria-label={`${t('timeline.title')}. ${t('timeline.help')}`}
                    onClick={event => follow(event, items)}
                    onKeyDown={event => moveFocus(event, {period, whole, show})}
                >
                    <Hatches />
                    <RangeBand {...drawn} height={height} />
                    <TimelineGrid {...drawn} height={height} />
                    <TimelineRows {...drawn} of={of} organization={organization} top={visible.top} bottom={visible.bottom} />
                    <TimelineAxis {...drawn} y={scrolled} />
                </svg>
            </div>
            <AsOfLine {...drawn} height={scrolls ? SCROLLED_HEIGHT : height} />
            <Legend items={items} organization={organization} />
        </div>
    );
}

/** Opens a bar or a row as of the day of now. A span that does not hold on that day moves it. */
function follow(event: MouseEvent, items: TimelineItem[]): void {
    const link = (event.target as Element).closest<SVGAElement>('a');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
    }
    event.preventDefault();
    const {path, open} = link.dataset;
    if (path) {
        navigate({path});
        return;
    }
    const view = currentView();
    const span = items.find(item => item.opened === open);
    const moves = span && !view.from && !view.to && !mayHold(span, asOf(view));
    navigate({open: open ?? '', ...(moves ? {on: dayOf(span) ?? view.on} : {})});
}

const ALL = {top: -Infinity, bottom: Infinity};

function layout(width: number, rows: TimelineRow[], of: RowsOf) {
    const labelAbove = width < NARROW;
    const left = labelAbove ? 8 : LABELS[of];
    const geometry: Geometry = {
        width: Math.max(width - left - 12, 1),
        laneHeight: 18,
        barHeight: 12,
        axisHeight: 28,
        rowGap: labelAbove ? 20 : 4,
    };
    const last = rows.at(-1);
    const height = last ? rowTop(last, rows.length - 1, geometry) + rowHeight(last, geometry) + 8 : 64;
    return {geometry, left, height, labelAbove};
}
