import {useList, type Read} from '../../api/client.ts';
import type {Member, TimelineItem} from '../../api/types.ts';
import {STANDINGS} from '../../charts/timeline/Legend.tsx';
import {mayHoldWithin, standing} from '../../charts/timeline/spans.ts';
import {asOf} from '../../dates/day.ts';
import {dateText, dayText} from '../../dates/text.ts';
import {ReadResult} from '../../shell/Failures.tsx';
import {groupBy} from '../../state/groups.ts';
import {href, useView} from '../../state/view.ts';
import {t, word} from '../../words/index.ts';
import {Dot} from '../Dot.tsx';

interface Props {
    path: string;
    organization: string;
    /** Its spans, and possibly those of its predecessors. */
    timeline: Read<TimelineItem[]>;
}

/** Who has which status on the day; in range mode, who had one in the range. */
export function Members({path, organization, timeline}: Props) {
    const [view] = useView();
    const isRange = view.from !== '' || view.to !== '';
    const members = useList<Member>(isRange ? null : `${path}/members`);
    return isRange ? (
        <section class="block">
            <h2>
                {t('start.members')}: {view.from}–{view.to}
            </h2>
            <ReadResult read={timeline}>
                {spans => (
                    <Groups
                        entries={spans
                            .filter(span => span.organization === organization)
                            .filter(span => mayHoldWithin(span, view.from, view.to))
                            .map(ofSpan)}
                    />
                )}
            </ReadResult>
        </section>
    ) : (
        <section class="block">
            <h2>{t('organization.members', {day: dayText(asOf(view))})}</h2>
            <ReadResult read={members}>{items => <Groups entries={items.flatMap(ofMember)} />}</ReadResult>
        </section>
    );
}

interface Entry {
    status: string;
    party: string;
    name: string;
    since: string;
    possible: boolean;
    disputed: boolean;
    change: string;
    founding: boolean;
}

function ofSpan(span: TimelineItem): Entry {
    return {
        status: standing(span),
        party: span.party,
        name: span.name,
        since: `${dateText(span.since)} – ${dateText(span.until)}`,
        possible: false,
        disputed: span.disputed,
        change: span.opened,
        founding: span.founding ?? false,
    };
}

/** A party can have a candidacy beside its status. */
function ofMember(member: Member): Entry[] {
    const entry = {
        party: member.party,
        name: member.name,
        since: dateText(member.since),
        possible: member.certainty === 'possible',
        disputed: member.disputed,
        change: member.change,
        founding: member.founding ?? false,
        status: member.status,
    };
    const candidate = {
        ...entry,
        status: member.candidacy ?? '',
        since: dateText(member.candidacySince ?? member.since),
        possible: (member.candidacyCertainty ?? member.certainty) === 'possible',
        change: member.candidacyChange ?? member.change,
        founding: false,
    };
    return [...(member.status === 'none' ? [] : [entry]), ...(member.candidacy ? [candidate] : [])];
}

function Groups({entries}: {entries: Entry[]}) {
    const groups = groupBy(entries, entry => entry.status);
    return entries.length === 0 ? (
        <p class="soft">{t('organization.members.none')}</p>
    ) : (
        <div class="groups">
            {STANDINGS.filter(status => groups.has(status)).map(status => (
                <section class="group">
                    <h3>
                        <Dot status={status} /> {word('status', status)} <span class="soft">{groups.get(status)!.length}</span>
                    </h3>
                    <ul>
                        {groups.get(status)!.map(entry => (
                            <li key={entry.change + entry.status}>
                                <EntryLine entry={entry} />
                            </li>
                        ))}
                    </ul>
                </section>
            ))}
        </div>
    );
}

function EntryLine({entry}: {entry: Entry}) {
    const [view] = useView();
    return (
        <>
            <a href={href(view, {path: `/parties/${encodeURIComponent(entry.party)}`})}>
                <bdi>{entry.name}</bdi>
            </a>{' '}
            <a class="since" href={href(view, {open: entry.change})} title={t('fact.open')}>
                {entry.since}
            </a>
            {entry.possible && <span class="tag">{t('organization.possible')}</span>}
            {entry.founding && <span class="tag">{t('organization.founding')}</span>}
            {entry.disputed && <span title={t('fact.disputed')}> ⚑</span>}
        </>
    );
}
