import {refreshReads, type Subject} from '../api/refresh.ts';
import {type Change, kindOf, organizationsOf, partiesOf} from './change.ts';
import {onChange} from './live.ts';

/** The lists of a kind of change, as the first part of their paths. */
const LISTS: Record<string, string[]> = {
    document: ['documents', 'instruments'],
    exercise: ['exercises'],
};

/** Makes the reads of this page repeat themselves when something changes that they show. */
export function refreshWithChanges(): void {
    onChange(changes => refreshReads(changes.length > 0 ? subjectOf(changes) : 'everything'));
}

export function subjectOf(changes: readonly Change[]): Subject {
    const of = (names: (change: Change) => Iterable<string>) => [
        ...new Set(changes.flatMap(change => [...names(change)])),
    ];
    return {
        organizations: of(organizationsOf),
        parties: of(partiesOf),
        facts: of(factsOf),
        lists: of(change => LISTS[kindOf(change)] ?? []),
    };
}

function factsOf({data}: Change): string[] {
    const fact = (data.factChange as {fact?: string | null} | undefined)?.fact;
    return fact ? [fact] : [];
}
