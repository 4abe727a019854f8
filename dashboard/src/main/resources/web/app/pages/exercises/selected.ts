import {hasParty} from './rows.ts';
import type {ExerciseItem, ExercisePage} from './types.ts';

export interface Selected {
    items: ExerciseItem[];
    /** Whether more exercises exist. */
    isCut: boolean;
    /** Whether a CSV file of the interface has the same exercises. */
    hasCsv: boolean;
}

/** The interface selects by one party. The second party of a pair is selected here. */
export function selected({items, next}: ExercisePage, other: string | undefined): Selected {
    const isCut = next !== undefined;
    return {
        items: other ? items.filter(item => hasParty(item, other)) : items,
        isCut,
        hasCsv: !other && !isCut,
    };
}
