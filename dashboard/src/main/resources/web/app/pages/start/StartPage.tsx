import {useMemo, useState} from 'preact/hooks';
import {useList, useWholeList} from '../../api/client.ts';
import type {Member, OrganizationItem} from '../../api/types.ts';
import {asOf} from '../../dates/day.ts';
import {dateText, dayText} from '../../dates/text.ts';
import {ReadResult} from '../../shell/Failures.tsx';
import {href, useView} from '../../state/view.ts';
import {number, t} from '../../words/index.ts';
import {RecentChanges} from '../RecentChanges.tsx';
import {useTitle} from '../useTitle.ts';
import {countStandings, NOBODY, type Counts} from './counts.ts';

/** Rows that are shown at once, and the most organisations that one read of memberships can name. */
const PART = 100;

const FIELDS = ['id', 'name', 'names', 'acronym', 'founded', 'disputed'] as const;
const STATUS_FIELDS = ['organization', 'status'] as const;

type Listed = Pick<OrganizationItem, (typeof FIELDS)[number]>;

/** All organisations, with how many parties each has on the day. */
export function StartPage() {
    const [view, change] = useView();
    const organizations = useList<Listed>('/api/organizations', {fields: FIELDS.join()});
    const text = view.filters.q ?? '';
    useTitle('');
    return (
        <section class="page">
            <h1>{t('start.title')}</h1>
            <p class="lead">{t('start.lead')}</p>
            <label class="row">
                <span class="hidden-label">{t('start.filter')}</span>
                <input
                    type="search"
                    class="filter"
                    placeholder={t('start.filter')}
                    value={text}
                    onInput={event => change({filters: {q: event.currentTarget.value}}, {replace: true})}
                />
                <span class="soft">{t('timeline.as-of', {day: dayText(asOf(view))})}</span>
            </label>
            <div class="columns start">
                <section class="block">
                    <ReadResult read={organizations}>
                        {items => <Organizations items={items.filter(item => matches(item, text))} />}
                    </ReadResult>
                </section>
                <RecentChanges of={{}} title={t('start.newest')} />
            </div>
        </section>
    );
}

function matches(item: Listed, text: string): boolean {
    const wanted = text.toLocaleLowerCase();
    const names = [item.id, item.acronym ?? '', ...Object.values(item.names)];
    return names.some(name => name.toLocaleLowerCase().includes(wanted));
}

function Organizations({items}: {items: Listed[]}) {
    const [parts, setParts] = useState(1);
    const shown = parts * PART;
    if (items.length === 0) {
        return <p class="empty">{t('list.no-match')}</p>;
    }
    return (
        <>
            <div class="scroll" tabIndex={0}>
                <table class="list">
                    <thead>
                        <tr>
                            <th scope="col">{t('start.name')}</th>
                            <th scope="col">{t('start.founded')}</th>
                            <th scope="col" class="number">{t('start.members')}</th>
                            <th scope="col" class="number">{t('start.observers')}</th>
                            <th scope="col" class="number">{t('start.others')}</th>
                        </tr>
                    </thead>
                    {Array.from({length: parts}, (_, part) => (
                        <OrganizationRows key={part} items={items.slice(part * PART, (part + 1) * PART)} />
                    ))}
                </table>
            </div>
            {items.length > shown && (
                <button type="button" onClick={() => setParts(parts + 1)}>
                    {t('start.more')} ({number(items.length - shown)})
                </button>
            )}
        </>
    );
}

/** Reads the memberships of these organisations only: a large register has many. */
function OrganizationRows({items}: {items: Listed[]}) {
    const ids = items.map(item => item.id).join(',');
    const members = useWholeList<Member, 'organization' | 'status'>(ids ? '/api/memberships' : null, STATUS_FIELDS, {
        organization: ids,
    });
    const counts = useMemo(() => countStandings(members.data ?? []), [members.data]);
    return (
        <tbody>
            {items.map(item => (
                <OrganizationRow key={item.id} item={item} counts={counts.get(item.id) ?? NOBODY} />
            ))}
        </tbody>
    );
}

function OrganizationRow({item, counts}: {item: Listed; counts: Counts}) {
    const [view] = useView();
    return (
        <tr>
            <td>
                <a href={href(view, {path: `/organizations/${encodeURIComponent(item.id)}`})}>
                    <bdi>{item.name}</bdi>
                </a>{' '}
                <span class="soft">{item.acronym}</span>
                {item.disputed && <span title={t('fact.disputed')}> ⚑</span>}
            </td>
            <td class="date">{dateText(item.founded)}</td>
            <td class="number">{counts.members || '–'}</td>
            <td class="number">{counts.observers || '–'}</td>
            <td class="number">{counts.others || '–'}</td>
        </tr>
    );
}
