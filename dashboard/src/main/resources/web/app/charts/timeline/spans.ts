import type {EffectiveDate, TimelineItem} from '../../api/types.ts';
import {dayNumber, firstDay, lastDay, type DayNumber} from '../../dates/day.ts';

/** How sure a part of a span is: its dates allow other days, or no source speaks for it. */
export type Certainty = 'certain' | 'imprecise' | 'uncovered';

export interface Segment {
    certainty: Certainty;
    from: DayNumber;
    to: DayNumber;
}

/** The parts of a span in time, from its earliest day to its latest one, or to now. */
export function segments(span: TimelineItem, now: DayNumber): Segment[] {
    const first = boundOf(span.since.earliest, now - 36_525);
    const surelyStarted = boundOf(span.since.latest, now);
    const surelyThere = span.until ? boundOf(span.until.earliest, first) : now;
    const last = span.until ? boundOf(span.until.latest, now) : Math.max(now, first + 1);
    const covered = span.coveredUntil ? boundOf(span.coveredUntil.latest, last) : last;
    const solidFrom = Math.min(surelyStarted, last);
    const solidTo = Math.max(solidFrom, surelyThere);
    const parts: Segment[] = [
        {certainty: 'imprecise', from: first, to: solidFrom},
        {certainty: 'certain', from: solidFrom, to: Math.min(solidTo, Math.max(covered, solidFrom))},
        {certainty: 'uncovered', from: Math.max(covered, solidFrom), to: solidTo},
        {certainty: 'imprecise', from: solidTo, to: last},
    ];
    return parts.filter(part => part.to > part.from);
}

/** Whether the span may hold on a day. */
export function mayHold(span: TimelineItem, day: string): boolean {
    return (
        (span.since.earliest === null || span.since.earliest <= day) &&
        (span.until === null || span.until.latest === null || span.until.latest > day)
    );
}

/** Whether the span may hold on a day of a range. Years stand for all their days. */
export function mayHoldWithin(span: TimelineItem, from: string, to: string): boolean {
    const [first, last] = [firstDay(from), lastDay(to)];
    return (
        (!last || span.since.earliest === null || span.since.earliest <= last) &&
        (!first || span.until === null || span.until.latest === null || span.until.latest > first)
    );
}

/** The first day on which the span surely holds, else the first one on which it may. */
export function dayOf(span: TimelineItem): string | undefined {
    return span.since.latest ?? span.since.earliest ?? undefined;
}

export function startOf(span: TimelineItem, now: DayNumber): DayNumber {
    return segments(span, now)[0]?.from ?? now;
}

export function endOf(span: TimelineItem, now: DayNumber): DayNumber {
    return segments(span, now).at(-1)?.to ?? now;
}

/** What the party is in this span: its status, or its candidacy. */
export function standing(span: TimelineItem): string {
    return span.status ?? span.candidacy ?? 'none';
}

function boundOf(day: EffectiveDate['earliest'], open: DayNumber): DayNumber {
    return day === null ? open : dayNumber(day);
}
