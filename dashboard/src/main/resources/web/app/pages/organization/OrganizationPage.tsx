import {useRead} from '../../api/client.ts';
import {useTimeline} from '../../api/timeline.ts';
import {MemberMap} from '../../charts/map/MemberMap.tsx';
import type {OrganizationDetail} from '../../api/types.ts';
import {dateText} from '../../dates/text.ts';
import {ReadResult} from '../../shell/Failures.tsx';
import {href, useView} from '../../state/view.ts';
import {nameIn, t} from '../../words/index.ts';
import {RecentChanges} from '../RecentChanges.tsx';
import {TimelineSection} from '../TimelineSection.tsx';
import {useTitle} from '../useTitle.ts';
import {InstitutionTabs} from './InstitutionTabs.tsx';
import {Members} from './Members.tsx';

/** Everything about one organisation, as of the day. */
export function OrganizationPage({parameters}: {parameters: string[]}) {
    const id = parameters[0]!;
    const path = `/api/organizations/${encodeURIComponent(id)}`;
    const [view, change] = useView();
    const organization = useRead<OrganizationDetail>(path);
    const withPredecessors = view.filters.predecessors === 'true';
    const timeline = useTimeline(path, {'with-predecessors': withPredecessors ? 'true' : undefined});
    useTitle(organization.data?.acronym ?? organization.data?.name ?? id);
    return (
        <article class="page">
            <ReadResult read={organization}>{data => <Heading organization={data} />}</ReadResult>
            <TimelineSection
                path={`${path}/timeline`}
                of="party"
                read={timeline}
                organization={id}
                csvParameters={{'with-predecessors': withPredecessors ? 'true' : undefined}}
                controls={
                    (organization.data?.predecessor || withPredecessors) && (
                        <label class="check">
                            <input
                                type="checkbox"
                                checked={withPredecessors}
                                onChange={event =>
                                    change({
                                        filters: {
                                            ...view.filters,
                                            predecessors: event.currentTarget.checked ? 'true' : '',
                                        },
                                    })
                                }
                            />
                            {t('timeline.predecessors')}
                        </label>
                    )
                }
            />
            <div class="columns">
                <div class="stack">
                    <Members path={path} organization={id} timeline={timeline} />
                    <InstitutionTabs path={path} organization={organization.data} />
                </div>
                <div class="stack">
                    <MemberMap organization={id} />
                    <RecentChanges of={{organization: id}} title={t('organization.changes')} />
                </div>
            </div>
        </article>
    );
}

function Heading({organization}: {organization: OrganizationDetail}) {
    const [view] = useView();
    const {seat, founded, dissolved, predecessor, successors} = organization;
    const notes = [
        seat && [seat.place, seat.country].filter(Boolean).join(', '),
        founded && t('organization.founded', {date: dateText(founded)}),
        dissolved && t('organization.dissolved', {date: dateText(dissolved)}),
    ].filter(Boolean);
    return (
        <header class="heading">
            <h1 dir="auto">
                {organization.name || nameIn(organization.names)}{' '}
                {organization.acronym && <span class="soft">({organization.acronym})</span>}
            </h1>
            <p class="facts-line">
                <span dir="auto">{notes.join(' · ')}</span>
                {predecessor && (
                    <span>
                        {t('organization.successor-of')} <OrganizationLink id={predecessor} />
                    </span>
                )}
                {successors.length > 0 && (
                    <span>
                        {t('organization.followed-by')}{' '}
                        {successors.map(id => (
                            <OrganizationLink key={id} id={id} />
                        ))}
                    </span>
                )}
                {organization.disputed && <span class="tag warning">⚑ {t('fact.disputed')}</span>}
                <a href={href(view, {open: organization.url})}>{t('fact.open')}</a>
            </p>
        </header>
    );
}

function OrganizationLink({id}: {id: string}) {
    const [view] = useView();
    const path = `/organizations/${encodeURIComponent(id)}`;
    const {data} = useRead<OrganizationDetail>(`/api${path}`);
    return (
        <a href={href(view, {path})}>
            <bdi>{data?.name ?? id}</bdi>
        </a>
    );
}
