import {Sample} from '../../charts/map/Sample.tsx';
import {t, word} from '../../words/index.ts';
import {KINDS} from './filters.ts';
import type {ExerciseItem} from './types.ts';

/** The colours of the kinds that are shown. */
export function KindLegend({items, hasWholeStates}: {items: ExerciseItem[]; hasWholeStates: boolean}) {
    const shown = KINDS.filter(kind => items.some(item => item.kind === kind));
    return (
        <ul class="legend">
            {shown.map(kind => (
                <li key={kind}>
                    <Sample tone={kind} shape="place" /> {word('exercise-kind', kind)}
                </li>
            ))}
            {hasWholeStates && (
                <li>
                    <Sample tone="none" shape="ring" /> {t('map.whole-state')}
                </li>
            )}
        </ul>
    );
}
