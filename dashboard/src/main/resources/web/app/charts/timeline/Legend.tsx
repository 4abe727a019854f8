import type {TimelineItem} from '../../api/types.ts';
import {memo} from '../../state/memo.ts';
import {t, word} from '../../words/index.ts';
import {standing} from './spans.ts';

/** In the order in which they are listed. */
export const STANDINGS = [
    'member', 'associate', 'observer', 'dialogue-partner', 'guest', 'suspended', 'applicant', 'interested',
];

interface LegendProps {
    items: TimelineItem[];
    organization: string | undefined;
}

/** What the colours and patterns of this chart mean, and nothing else. */
export const Legend = memo(function Legend({items, organization}: LegendProps) {
    const present = new Set(items.map(standing));
    const isImprecise = items.some(
        ({since, until}) => since.earliest !== since.latest || (until && until.earliest !== until.latest),
    );
    return (
        <ul class="legend">
            {STANDINGS.filter(status => present.has(status)).map(status => (
                <li>
                    <Sample status={status} part="certain" /> {word('status', status)}
                </li>
            ))}
            {isImprecise && (
                <li>
                    <Sample status="member" part="imprecise" /> {t('timeline.imprecise')}
                </li>
            )}
            {items.some(item => item.coveredUntil) && (
                <li>
                    <Sample status="member" part="uncovered" /> {t('timeline.uncovered')}
                </li>
            )}
            {organization && items.some(item => item.organization !== organization) && (
                <li>
                    <Sample status="member other" part="certain" /> {t('timeline.other')}
                </li>
            )}
            {items.some(item => item.disputed) && <li>⚑ {t('fact.disputed')}</li>}
        </ul>
    );
});

function Sample({status, part}: {status: string; part: string}) {
    return (
        <svg width={20} height={12} aria-hidden="true" class={`bar ${status}`}>
            <rect class={part} width={20} height={12} rx={1} />
        </svg>
    );
}

/** Stripes in the colour of each status, for days that the dates only allow. */
export function Hatches() {
    return (
        <defs>
            {STANDINGS.map(status => (
                <pattern id={`hatch-${status}`} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class={`hatch ${status}`} width={2.2} height={5} />
                </pattern>
            ))}
        </defs>
    );
}
