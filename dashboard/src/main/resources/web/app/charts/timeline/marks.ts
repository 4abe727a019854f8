import type {TimelineItem} from '../../api/types.ts';
import type {DayNumber} from '../../dates/day.ts';
import type {TimelineRow} from './rows.ts';
import {segments, standing, type Certainty} from './spans.ts';
import type {Period} from './viewport.ts';

/** Pixels. */
export interface Geometry {
    /** Width of the plot, without the labels. */
    width: number;
    laneHeight: number;
    barHeight: number;
    /** Of the axis above, and of the label above each row on a narrow screen. */
    axisHeight: number;
    rowGap: number;
}

export interface Part {
    certainty: Certainty;
    x: number;
    width: number;
}

/** One span as it is drawn: one bar with its parts. */
export interface Mark {
    span: TimelineItem;
    status: string;
    x: number;
    width: number;
    y: number;
    parts: Part[];
    /** The span goes on beyond the visible end. */
    goesOn: boolean;
}

const NARROWEST = 2;

export function xOf(day: DayNumber, period: Period, width: number): number {
    return ((day - period.start) / (period.end - period.start)) * width;
}

export function dayAt(x: number, period: Period, width: number): DayNumber {
    return Math.round(period.start + (x / width) * (period.end - period.start));
}

export function rowTop(row: TimelineRow, index: number, geometry: Geometry): number {
    return geometry.axisHeight + row.top * geometry.laneHeight + index * geometry.rowGap;
}

export function rowHeight(row: TimelineRow, geometry: Geometry): number {
    return row.lanes * geometry.laneHeight + geometry.rowGap;
}

/** The bars of a row that are within the visible time. */
export function marksOf(row: TimelineRow, top: number, period: Period, geometry: Geometry, now: DayNumber): Mark[] {
    return row.spans.flatMap(({span, lane}) => {
        const parts = segments(span, now).flatMap(({certainty, from, to}) => {
            const x = Math.max(xOf(from, period, geometry.width), 0);
            const end = Math.min(xOf(to, period, geometry.width), geometry.width);
            return end > x ? [{certainty, x, width: Math.max(end - x, NARROWEST)}] : [];
        });
        const first = parts[0];
        const last = parts.at(-1);
        return first && last
            ? [
                  {
                      span,
                      status: standing(span),
                      x: first.x,
                      width: last.x + last.width - first.x,
                      y: top + lane * geometry.laneHeight + (geometry.laneHeight - geometry.barHeight) / 2,
                      parts,
                      goesOn: span.until === null || last.x + last.width >= geometry.width,
                  },
              ]
            : [];
    });
}
