import {dayNumber, isoDay, type DayNumber} from '../../dates/day.ts';
import {isDay} from '../../state/url.ts';

/** The visible time of a chart. */
export interface Period {
    start: DayNumber;
    end: DayNumber;
}

const SHORTEST_DAYS = 14;

/** The time of the URL, within the time of the chart. */
export function parseZoom(zoom: string, whole: Period): Period {
    const [start = '', end = ''] = zoom.split('/');
    return isDay(start) && isDay(end) && start < end
        ? within({start: dayNumber(start), end: dayNumber(end)}, whole)
        : whole;
}

/** Empty for the whole time. */
export function formatZoom(period: Period, whole: Period): string {
    return period.start <= whole.start && period.end >= whole.end
        ? ''
        : `${isoDay(period.start)}/${isoDay(period.end)}`;
}

/** @param factor below 1 shows less time; the day at `focus` stays where it is */
export function zoomed(period: Period, factor: number, focus: DayNumber, whole: Period): Period {
    const length = period.end - period.start;
    const wanted = Math.min(Math.max(length * factor, SHORTEST_DAYS), whole.end - whole.start);
    const share = (focus - period.start) / length;
    const start = Math.round(focus - share * wanted);
    return within({start, end: Math.round(start + wanted)}, whole);
}

export function panned(period: Period, days: number, whole: Period): Period {
    return within({start: Math.round(period.start + days), end: Math.round(period.end + days)}, whole);
}

/** Moves a period into the whole, and shortens it if it is longer. */
function within(period: Period, whole: Period): Period {
    const length = Math.max(Math.min(period.end - period.start, whole.end - whole.start), 1);
    const start = Math.min(Math.max(period.start, whole.start), whole.end - length);
    return {start, end: start + length};
}
