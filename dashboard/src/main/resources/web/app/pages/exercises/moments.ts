import type {EffectiveDate} from '../../api/types.ts';
import {dayNumber, type DayNumber} from '../../dates/day.ts';

/** A month, as YYYY-MM. */
export type Month = string;

/** The first and the last month of several periods. */
export interface Life {
    first: Month;
    last: Month;
}

export type Time = 'now' | 'past' | 'ahead';

/** Where a period lies, seen from a month. Without a month, everything is shown as now. */
export function timeOf(dates: EffectiveDate | undefined, month: Month): Time {
    if (month === '' || !dates) {
        return 'now';
    }
    if (dates.latest !== null && dates.latest < month) {
        return 'past';
    }
    return dates.earliest !== null && dates.earliest.slice(0, 7) > month ? 'ahead' : 'now';
}

/** From the first start to the last end of the periods. */
export function monthsOf(periods: readonly (EffectiveDate | undefined)[]): Life | undefined {
    const days = periods.flatMap(dates => [dates?.earliest, dates?.latest]).filter(day => typeof day === 'string');
    const months = days.map(day => day.slice(0, 7)).sort();
    const [first, last] = [months[0], months.at(-1)];
    return first && last ? {first, last} : undefined;
}

/** The whole years of several periods, for the slider of the as-of day. */
export function yearsOf(
    periods: readonly (EffectiveDate | undefined)[],
): {start: DayNumber; end: DayNumber} | undefined {
    const life = monthsOf(periods);
    return (
        life && {
            start: dayNumber(`${life.first.slice(0, 4)}-01-01`),
            end: dayNumber(`${life.last.slice(0, 4)}-12-31`),
        }
    );
}

/** Months since year 0. */
export function monthNumber(month: Month): number {
    const [year = 0, ofYear = 1] = month.split('-').map(Number);
    return year * 12 + ofYear - 1;
}

export function monthAt(number: number): Month {
    const year = String(Math.floor(number / 12)).padStart(4, '0');
    return `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** The first month after, or the last one before, in which a period starts. */
export function nextStart(
    periods: readonly (EffectiveDate | undefined)[],
    month: Month,
    direction: 1 | -1,
): Month | undefined {
    const starts = periods
        .map(dates => dates?.earliest?.slice(0, 7))
        .filter(start => start !== undefined)
        .sort();
    return direction === 1 ? starts.find(start => start > month) : starts.findLast(start => start < month);
}
