import type {Member} from '../../api/types.ts';
import {t, word} from '../../words/index.ts';
import {STANDINGS} from '../timeline/Legend.tsx';
import {toneOf} from './members.ts';
import {Sample} from './Sample.tsx';

/** The colours of the statuses that are shown, with the number of parties. */
export function MemberLegend({members}: {members: readonly Member[]}) {
    const count = (tone: string) => members.filter(member => toneOf(member) === tone).length;
    return (
        <ul class="legend">
            {STANDINGS.filter(tone => count(tone) > 0).map(tone => (
                <li key={tone}>
                    <Sample tone={tone} shape="land" /> {word('status', tone)}: {count(tone)}
                </li>
            ))}
            {members.some(({certainty}) => certainty === 'possible') && (
                <li>
                    <Sample tone="member" shape="possible" /> {t('map.possible')}
                </li>
            )}
        </ul>
    );
}
