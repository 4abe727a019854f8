import {useList, useRead} from '../../api/client.ts';
import {useTimeline} from '../../api/timeline.ts';
import type {Member, PartyDetail} from '../../api/types.ts';
import {asOf} from '../../dates/day.ts';
import {dateText, dayText} from '../../dates/text.ts';
import {useFactNames} from '../../facts/useFactNames.ts';
import {ReadResult} from '../../shell/Failures.tsx';
import {href, useView} from '../../state/view.ts';
import {t, word} from '../../words/index.ts';
import {Dot} from '../Dot.tsx';
import {RecentChanges} from '../RecentChanges.tsx';
import {TimelineSection} from '../TimelineSection.tsx';
import {useTitle} from '../useTitle.ts';
import {PartyTabs} from './PartyTabs.tsx';

/** Everything about one party, as of the day. */
export function PartyPage({parameters}: {parameters: string[]}) {
    const code = parameters[0]!;
    const path = `/api/parties/${encodeURIComponent(code)}`;
    const party = useRead<PartyDetail>(path);
    const timeline = useTimeline(path);
    useTitle(party.data?.name ?? code);
    return (
        <article class="page">
            <ReadResult read={party}>{data => <Heading party={data} />}</ReadResult>
            <TimelineSection path={`${path}/timeline`} of="organization" read={timeline} />
            <div class="columns">
                <div class="stack">
                    <Memberships path={path} />
                    <PartyTabs path={path} code={party.data?.code ?? code} />
                </div>
                <RecentChanges of={{party: party.data?.code ?? code}} title={t('organization.changes')} />
            </div>
        </article>
    );
}

function Heading({party}: {party: PartyDetail}) {
    const [view] = useView();
    const names = useFactNames(party.predecessors.length + party.successors.length > 0 ? [{}] : []);
    const link = (code: string) => (
        <>
            {' '}
            <a href={href(view, {path: `/parties/${encodeURIComponent(code)}`})}>
                <bdi>{names?.party(code) ?? code}</bdi>
            </a>
        </>
    );
    const life = party.from || party.until ? `${party.from ?? ''} – ${party.until ?? ''}` : '';
    return (
        <header class="heading">
            <h1 dir="auto">
                {party.name} <span class="soft">({party.code})</span>
            </h1>
            <p class="facts-line">
                <span>{[word('kind', party.kind), life].filter(Boolean).join(' · ')}</span>
                {party.predecessors.length > 0 && (
                    <span>
                        {t('party.predecessors')}
                        {party.predecessors.map(link)}
                    </span>
                )}
                {party.successors.length > 0 && (
                    <span>
                        {t('party.successors')}
                        {party.successors.map(link)}
                    </span>
                )}
            </p>
            <p class="small soft codes">
                {t('party.codes')}: {party.codes.map(codeText).join(', ')}
            </p>
        </header>
    );
}

/** Codes of the crosswalk carry their scheme. */
function codeText({scheme, code}: {scheme: string; code: string}): string {
    return code.includes(':') ? code : `${code} (${scheme})`;
}

function Memberships({path}: {path: string}) {
    const [view] = useView();
    const memberships = useList<Member>(`${path}/memberships`);
    return (
        <section class="block">
            <h2>{t('party.memberships', {day: dayText(asOf(view))})}</h2>
            <ReadResult read={memberships}>
                {items =>
                    items.length === 0 ? (
                        <p class="soft">{t('party.memberships.none')}</p>
                    ) : (
                        <ul class="memberships">
                            {items.map(member => (
                                <li key={member.organization}>
                                    <MembershipLine member={member} />
                                </li>
                            ))}
                        </ul>
                    )
                }
            </ReadResult>
        </section>
    );
}

function MembershipLine({member}: {member: Member}) {
    const [view] = useView();
    const status = member.status === 'none' ? (member.candidacy ?? 'none') : member.status;
    return (
        <>
            <Dot status={status} />{' '}
            <a href={href(view, {path: `/organizations/${encodeURIComponent(member.organization)}`})}>
                <bdi>{member.organizationName}</bdi>
            </a>{' '}
            <span class="soft">{word('status', status)}</span>{' '}
            <a class="since" href={href(view, {open: member.change})} title={t('fact.open')}>
                {dateText(member.since)}
            </a>
            {member.certainty === 'possible' && <span class="tag">{t('organization.possible')}</span>}
            {member.disputed && <span title={t('fact.disputed')}> ⚑</span>}
        </>
    );
}
