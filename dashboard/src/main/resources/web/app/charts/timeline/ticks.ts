import {scaleUtc} from 'd3-scale';
import {dateOf} from '../../dates/day.ts';
import {locale} from '../../state/language.ts';
import {xOf} from './marks.ts';
import type {Period} from './viewport.ts';

export interface Tick {
    x: number;
    label: string;
}

const DAY_MS = 86_400_000;
const PIXELS_PER_TICK = 90;

export function ticksOf(period: Period, width: number): Tick[] {
    const scale = scaleUtc().domain([dateOf(period.start), dateOf(period.end)]);
    return scale.ticks(Math.max(Math.floor(width / PIXELS_PER_TICK), 2)).map(date => ({
        x: xOf(date.getTime() / DAY_MS, period, width),
        label: tickText(date),
    }));
}

/** The first tick of a year is the year, the first one of a month is the month. */
function tickText(date: Date): string {
    const isMonth = date.getUTCDate() === 1;
    if (isMonth && date.getUTCMonth() === 0) {
        return String(date.getUTCFullYear());
    }
    return new Intl.DateTimeFormat(
        locale(),
        isMonth ? {month: 'short', timeZone: 'UTC'} : {day: 'numeric', month: 'short', timeZone: 'UTC'},
    ).format(date);
}
