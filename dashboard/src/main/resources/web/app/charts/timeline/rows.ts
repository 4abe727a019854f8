import type {TimelineItem} from '../../api/types.ts';
import {dayNumber, type DayNumber} from '../../dates/day.ts';
import {groupBy} from '../../state/groups.ts';
import {endOf, startOf} from './spans.ts';

/** What the rows of a timeline are. */
export type RowsOf = 'party' | 'organization';

export interface PlacedSpan {
    span: TimelineItem;
    /** Spans of one row that overlap in time are in different lanes. */
    lane: number;
}

export interface TimelineRow {
    id: string;
    label: string;
    spans: PlacedSpan[];
    lanes: number;
    /** Lanes of all rows above. */
    top: number;
}

/** Rows in the order of their first day, then by name. */
export function timelineRows(items: TimelineItem[], of: RowsOf, now: DayNumber): TimelineRow[] {
    const groups = groupBy(items, item => item[of]);
    const rows = [...groups].map(([id, spans]) => row(id, spans, of, now));
    rows.sort((a, b) => first(a, now) - first(b, now) || a.label.localeCompare(b.label));
    let top = 0;
    for (const each of rows) {
        each.top = top;
        top += each.lanes;
    }
    return rows;
}

function row(id: string, items: TimelineItem[], of: RowsOf, now: DayNumber): TimelineRow {
    const spans = [...items].sort((a, b) => lanePriority(a) - lanePriority(b) || startOf(a, now) - startOf(b, now));
    const laneEnds: DayNumber[] = [];
    const placed = spans.map(span => {
        const start = startOf(span, now);
        const found = laneEnds.findIndex(end => end <= start);
        const lane = found >= 0 ? found : laneEnds.length;
        laneEnds[lane] = laneEnd(span, start, now);
        return {span, lane};
    });
    const label = of === 'party' ? items.at(-1)!.name : items.at(-1)!.organizationName;
    return {id, label, spans: placed, lanes: laneEnds.length, top: 0};
}

/** A span and its successor share an imprecise date, and a lane. */
function laneEnd(span: TimelineItem, start: DayNumber, now: DayNumber): DayNumber {
    return span.until?.earliest ? Math.max(dayNumber(span.until.earliest), start + 1) : endOf(span, now);
}

/** A status is above a candidacy. */
function lanePriority(span: TimelineItem): number {
    return span.status === null ? 1 : 0;
}

function first(row: TimelineRow, now: DayNumber): DayNumber {
    return Math.min(...row.spans.map(({span}) => startOf(span, now)));
}
