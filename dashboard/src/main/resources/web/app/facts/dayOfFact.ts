import {useEffect, useState} from 'preact/hooks';
import type {EffectiveDate, Fact} from '../api/types.ts';
import {asOf} from '../dates/day.ts';
import {dayText} from '../dates/text.ts';
import {useView} from '../state/view.ts';
import {t} from '../words/index.ts';

/**
 * Moves the as-of day to the time of a fact that was opened, if the fact was not true on that day. Later moves of the day are
 * the reader's.
 *
 * @returns a note about the move, or nothing
 */
export function useDayOfFact(fact: Fact | undefined): string | undefined {
    const [view, change] = useView();
    const [note, setNote] = useState<string>();
    useEffect(() => {
        const day = fact && !view.from && !view.to ? dayWithin(fact, asOf(view)) : undefined;
        setNote(day && t('fact.moved', {day: dayText(day)}));
        if (day) {
            change({on: day}, {replace: true});
        }
    }, [fact?.url]);
    return note;
}

/** The first day on which the fact was true, if it was not on this day. */
export function dayWithin(fact: Fact, day: string): string | undefined {
    const {start, end} = timeOf(fact);
    const first = start?.latest ?? start?.earliest;
    const isBefore = first !== undefined && first !== null && day < first;
    const isAfter = end?.latest !== undefined && end.latest !== null && day > end.latest;
    return first && (isBefore || isAfter) ? first : undefined;
}

/** A change or a founding goes on; a meeting, a term or a period ends. */
function timeOf(fact: Fact): {start?: EffectiveDate | undefined; end?: EffectiveDate | undefined} {
    const date = (name: string) => fact[name] as EffectiveDate | undefined;
    const whole = date('dates') ?? date('period') ?? date('date');
    return whole && 'edtf' in whole
        ? {start: whole, end: whole}
        : {start: date('effective') ?? date('from') ?? date('founded'), end: date('to')};
}
