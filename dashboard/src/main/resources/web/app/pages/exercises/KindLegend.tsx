import {t, word} from '../../words/index.ts';
import {KINDS} from './filters.ts';
import type {ExerciseItem} from './types.ts';

/** The colours of the kinds that are shown. */
export function KindLegend({items, hasWholeStates}: {items: ExerciseItem[]; hasWholeStates: boolean}) {
    const shown = KINDS.filter(kind => items.some(item => item.kind === kind));
    return (
        <ul class="map-legend small">
            {shown.map(kind => (
                <li key={kind} class={`tone-${kind}`}>
                    <span class="dot" /> {word('exercise-kind', kind)}
                </li>
            ))}
            {hasWholeStates && (
                <li>
                    <span class="dot ring" /> {t('map.whole-state')}
                </li>
            )}
        </ul>
    );
}
