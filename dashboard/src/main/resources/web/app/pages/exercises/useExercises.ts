import {useList, useRead, type Read} from '../../api/client.ts';
import type {View} from '../../state/view.ts';
import {exerciseParameters, FIELDS, LIMIT} from './filters.ts';
import {selected, type Selected} from './selected.ts';
import type {ExerciseItem, ExercisePage} from './types.ts';

/** The exercises that the filters select. For a pair, this reads all exercises of its first party. */
export function useExercises(view: View): Omit<Read<Selected>, 'reload'> {
    const other = view.filters.with;
    const parameters = {...exerciseParameters(view), fields: FIELDS};
    const first = useRead<ExercisePage>('/api/exercises', {...parameters, limit: String(LIMIT)});
    const all = useList<ExerciseItem>(other && first.data?.next ? '/api/exercises' : null, parameters);
    return {
        data: first.data && selected(all.data ? {items: all.data} : first.data, other),
        problem: first.problem ?? all.problem,
        loading: first.loading || all.loading,
    };
}
