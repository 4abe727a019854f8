import {useEffect, useState} from 'preact/hooks';
import type {EffectivePeriod, Fact} from '../api/types.ts';
import {asOf} from '../dates/day.ts';
import {dayText} from '../dates/text.ts';
import {isAddressedView, useView} from '../state/view.ts';
import {t} from '../words/index.ts';

interface TimeOfFact {
    earliest?: string | null | undefined;
    latest?: string | null | undefined;
    /** The day that shows the fact. */
    shown?: string | null | undefined;
}

/**
 * Moves the as-of day to the time of a fact that was opened, if the fact cannot be true on that day. Later moves of the day
 * are the reader's. The day of a shared address stays.
 *
 * @returns a note about the move, or nothing
 */
export function useDayOfFact(fact: Fact | undefined): string | undefined {
    const [view, change] = useView();
    const [note, setNote] = useState<string>();
    useEffect(() => {
        const isFixed = view.from !== '' || view.to !== '' || (view.on !== '' && isAddressedView());
        const day = fact && !isFixed ? dayWithin(fact, asOf(view)) : undefined;
        setNote(day && t('fact.moved', {day: dayText(day)}));
        if (day) {
            change({on: day}, {replace: true});
        }
    }, [fact?.url]);
    return note;
}

/** The day that shows the fact, if it cannot be true on the given one. */
export function dayWithin(fact: Fact, day: string): string | undefined {
    const {earliest, latest, shown} = timeOf(fact);
    const isBefore = !!earliest && day < earliest;
    const isAfter = !!latest && day > latest;
    return shown && (isBefore || isAfter) ? shown : undefined;
}

/** A change or a founding goes on; a meeting, a term or a period ends. */
function timeOf(fact: Fact): TimeOfFact {
    const date = (name: string) => fact[name] as EffectivePeriod | undefined;
    const whole = date('dates') ?? date('period') ?? date('date');
    if (whole && 'edtf' in whole) {
        return {earliest: whole.earliest, latest: whole.latest, shown: whole.start?.latest ?? whole.earliest};
    }
    const start = date('effective') ?? date('from') ?? date('founded');
    return {earliest: start?.earliest, latest: date('to')?.latest, shown: start?.latest ?? start?.earliest};
}
