import type {Source} from '../../api/types.ts';
import type {ExerciseItem, StrengthReport} from './types.ts';

/** What one source says about the troops of one participant, or of all together. */
export interface StrengthRow {
    key: string;
    /** Empty: all together. */
    whose: string;
    min: number;
    max: number;
    approximate: boolean;
    preferred: boolean;
    source: string;
    url: string;
}

/** A line for each fact or claim with a number, and for each of its sources. */
export function strengthRows(item: ExerciseItem): StrengthRow[] {
    const whole = (item.strengths ?? []).flatMap(report => rowsOf('', report));
    const parties = item.participants.flatMap(({name, strengths}) =>
        (strengths ?? []).flatMap(report => rowsOf(name, report)),
    );
    return [...whole, ...parties].map((row, n) => ({...row, key: String(n)}));
}

function rowsOf(whose: string, {url, preferred, strength, sources}: StrengthReport): Omit<StrengthRow, 'key'>[] {
    const min = strength?.min ?? strength?.max;
    const max = strength?.max ?? strength?.min;
    if (min === undefined || max === undefined) {
        return [];
    }
    const approximate = strength?.approximate ?? false;
    return sources.map(source => ({whose, min, max, approximate, preferred, url, source: sourceName(source)}));
}

export function sourceName({author, title, uri, set, document, published}: Source): string {
    const name = [author, title ?? uri ?? set ?? document].filter(Boolean).join(': ');
    return published ? `${name} (${published})` : name;
}
