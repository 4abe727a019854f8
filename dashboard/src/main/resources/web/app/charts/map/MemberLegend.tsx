import type {Member} from '../../api/types.ts';
import {t, word} from '../../words/index.ts';
import {toneOf} from './members.ts';

/** The colours of the statuses that are shown, with the number of parties. */
export function MemberLegend({members}: {members: readonly Member[]}) {
    const tones = [...new Set(members.map(toneOf))];
    const hasPossible = members.some(({certainty}) => certainty === 'possible');
    return (
        <ul class="map-legend small">
            {tones.map(tone => (
                <li key={tone} class={`tone-${tone}`}>
                    <span class="dot" /> {word('status', tone)}: {members.filter(one => toneOf(one) === tone).length}
                </li>
            ))}
            {hasPossible && (
                <li>
                    <span class="dot possible" /> {t('map.possible')}
                </li>
            )}
        </ul>
    );
}
