import type {Member} from '../../api/types.ts';
import {dateText, dayText} from '../../dates/text.ts';
import {href, useView, type View} from '../../state/view.ts';
import {t, word} from '../../words/index.ts';
import type {ComparedParty, Difference} from './sides.ts';

interface Props {
    rows: ComparedParty[];
    days: readonly [string, string];
    names: readonly [string, string];
    /** The same organisation on an earlier and a later day: parties are gone or new. */
    isLater: boolean;
}

/** One line for each party of either side. What differs comes first. */
export function ComparisonTable({rows, days, names, isLater}: Props) {
    const [view] = useView();
    const count = (difference: Difference) => rows.filter(row => row.difference === difference).length;
    const result = t(isLater ? 'compare.result-later' : 'compare.result', {
        left: count('only-left'),
        right: count('only-right'),
        changed: count('changed'),
        same: count('same'),
    });
    return (
        <>
            <p role="status">{result}</p>
            <div class="scroll">
                <table class="comparison" aria-label={t('compare.members')}>
                    <thead>
                        <tr>
                            <th>{t('compare.party')}</th>
                            {[0, 1].map(side => (
                                <th key={side}>
                                    {t('compare.side', {name: names[side] ?? '', day: dayText(days[side] ?? '')})}
                                </th>
                            ))}
                            <th class="difference">{t('compare.difference')}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {rows.map(row => (
                            <Line key={row.party} row={row} days={days} view={view} isLater={isLater} />
                        ))}
                    </tbody>
                </table>
            </div>
        </>
    );
}

interface LineProps {
    row: ComparedParty;
    days: Props['days'];
    view: View;
    isLater: boolean;
}

/** Words for the differences between two days of one organisation. */
const LATER: Partial<Record<Difference, string>> = {'only-left': 'gone', 'only-right': 'new'};

function Line({row, days, view, isLater}: LineProps) {
    const difference = (isLater && LATER[row.difference]) || row.difference;
    return (
        <tr class={row.difference} data-row={row.party}>
            <td>
                <a href={href(view, {path: `/parties/${encodeURIComponent(row.party)}`})}>
                    <bdi>{row.name}</bdi>
                </a>
            </td>
            <td>
                <Status member={row.left} day={days[0]} view={view} />
            </td>
            <td>
                <Status member={row.right} day={days[1]} view={view} />
            </td>
            <td class="difference soft">{word('compare', difference)}</td>
        </tr>
    );
}

function Status({member, day, view}: {member: Member | undefined; day: string; view: View}) {
    if (!member) {
        return <span class="soft">–</span>;
    }
    return (
        <>
            <span class={`dot tone-${member.status}`} />{' '}
            <a href={href(view, {on: day, open: member.change})}>{word('status', member.status)}</a>
            {member.candidacy && <span>, {word('status', member.candidacy)}</span>}{' '}
            <span class="soft small">{dateText(member.since)}</span>{' '}
            {member.certainty === 'possible' && <span class="tag">{t('map.possible')}</span>}{' '}
            {member.disputed && <span class="tag warning">{t('fact.disputed')}</span>}
        </>
    );
}
