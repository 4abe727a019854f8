import {useList, type Read} from '../../api/client.ts';
import type {Member} from '../../api/types.ts';
import {asOf} from '../../dates/day.ts';
import {ReadResult} from '../../shell/Failures.tsx';
import {useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {useTitle} from '../useTitle.ts';
import {bothReads} from './bothReads.ts';
import {ComparisonTable} from './ComparisonTable.tsx';
import {SideCard} from './SideCard.tsx';
import {SideFields} from './SideFields.tsx';
import {compareMembers, formatSide, parseSide, type Side} from './sides.ts';
import {useOrganizationName} from './useOrganizationName.ts';

/** Two organisations, or one on two days: who is on which side, and with which status. */
export function ComparePage() {
    const [view, change] = useView();
    const sides = [view.filters.left, view.filters.right].map(parseSide) as [Side, Side];
    const days = sides.map(side => side.on || asOf(view)) as [string, string];
    const members = bothReads(useMembers(sides[0], days[0]), useMembers(sides[1], days[1]));
    const names = [useOrganizationName(sides[0].organization), useOrganizationName(sides[1].organization)] as const;
    const show = ([one, other]: [Side, Side], options?: {replace: boolean}) =>
        change({filters: {...view.filters, left: formatSide(one), right: formatSide(other)}}, options);
    useTitle(t('compare.title'));
    return (
        <section class="page compare">
            <h1>{t('compare.title')}</h1>
            <form class="filters" aria-label={t('compare.title')} onSubmit={event => event.preventDefault()}>
                <SideFields
                    legend={t('compare.left')}
                    side={sides[0]}
                    day={days[0]}
                    onChange={(side, options) => show([side, sides[1]], options)}
                />
                <button type="button" onClick={() => show([sides[1], sides[0]])} aria-label={t('compare.swap')}>
                    ⇄
                </button>
                <SideFields
                    legend={t('compare.right')}
                    side={sides[1]}
                    day={days[1]}
                    onChange={(side, options) => show([sides[0], side], options)}
                />
            </form>
            {sides.every(({organization}) => organization) ? (
                <ReadResult read={members}>
                    {([left, right]) => (
                        <Comparison sides={sides} days={days} names={names} left={left} right={right} />
                    )}
                </ReadResult>
            ) : (
                <p class="soft">{t('compare.choose')}</p>
            )}
        </section>
    );
}

interface ComparisonProps {
    sides: [Side, Side];
    days: [string, string];
    names: readonly [string, string];
    left: Member[];
    right: Member[];
}

function Comparison({sides, days, names, left, right}: ComparisonProps) {
    const isLater = sides[0].organization === sides[1].organization && days[0] < days[1];
    return (
        <div class="stack">
            <div class="compare-sides">
                <SideCard name={names[0]} day={days[0]} members={left} organization={sides[0].organization} />
                <SideCard name={names[1]} day={days[1]} members={right} organization={sides[1].organization} />
            </div>
            <ComparisonTable rows={compareMembers(left, right)} days={days} names={names} isLater={isLater} />
        </div>
    );
}

/** Everybody with a status or a candidacy on that day. */
function useMembers({organization}: Side, on: string): Read<Member[]> {
    const path = organization ? `/api/organizations/${encodeURIComponent(organization)}/members` : null;
    return useList<Member>(path, {on});
}
