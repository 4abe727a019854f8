import type {ComponentChildren} from 'preact';
import {useList} from '../../api/client.ts';
import type {EffectiveDate, EffectivePeriod, Fact, Finding, PartyDetail} from '../../api/types.ts';
import {useRead} from '../../api/client.ts';
import {dateText, periodText} from '../../dates/text.ts';
import {ReadResult} from '../../shell/Failures.tsx';
import {href, useView} from '../../state/view.ts';
import {t, word} from '../../words/index.ts';
import {Figures} from '../Figures.tsx';
import {Findings} from '../Findings.tsx';
import {NameList} from '../organization/NamesTable.tsx';

const TABS = ['instruments', 'exercises', 'figures', 'findings', 'names'] as const;
type Tab = (typeof TABS)[number];
const LABELS = {
    instruments: 'party.instruments',
    exercises: 'party.exercises',
    figures: 'party.figures',
    findings: 'organization.findings',
    names: 'organization.names',
} as const;

/** The other facts of a party, one list at a time. */
export function PartyTabs({path, code}: {path: string; code: string}) {
    const [view] = useView();
    const tab = TABS.find(known => known === view.tab) ?? 'instruments';
    return (
        <section class="block">
            <nav class="tabs" aria-label={t('organization.more')}>
                {TABS.map(each => (
                    <a href={href(view, {tab: each})} aria-current={each === tab ? 'true' : undefined}>
                        {t(LABELS[each])}
                    </a>
                ))}
            </nav>
            <h2 class="hidden-label">{t(LABELS[tab])}</h2>
            <TabContent key={tab} tab={tab} path={path} code={code} />
        </section>
    );
}

function TabContent({tab, path, code}: {tab: Tab; path: string; code: string}) {
    switch (tab) {
        case 'instruments':
            return <Items<Standing> path={`${path}/instruments`}>{items => <Standings items={items} />}</Items>;
        case 'exercises':
            return <Items<Exercise> path={`/api/exercises?party=${encodeURIComponent(code)}`} allDays>{items => <Exercises items={items} />}</Items>;
        case 'figures':
            return <Items<Fact> path={`${path}/figures`} allDays>{items => <Figures items={items} />}</Items>;
        case 'findings':
            return <Items<Finding> path={`${path}/findings`} allDays>{items => <Findings items={items} />}</Items>;
        case 'names':
            return <PartyNames path={path} />;
    }
}

interface ItemsProps<T> {
    path: string;
    /** Lists what is not of one day, such as exercises. */
    allDays?: boolean;
    children: (items: T[]) => ComponentChildren;
}

function Items<T>({path, allDays, children}: ItemsProps<T>) {
    const read = useList<T>(path, allDays ? {on: undefined} : {});
    return (
        <ReadResult read={read}>
            {items => (items.length > 0 ? children(items) : <p class="soft">{t('organization.none')}</p>)}
        </ReadResult>
    );
}

interface Standing {
    instrument: string;
    instrumentName: string;
    status: string;
    since: EffectiveDate;
    certainty: string;
    change: string;
}

function Standings({items}: {items: Standing[]}) {
    const [view] = useView();
    return (
        <ul class="memberships">
            {items.map(item => (
                <li key={item.instrument}>
                    <a href={href(view, {open: `/api/instruments/${item.instrument}`})}>
                        <bdi>{item.instrumentName}</bdi>
                    </a>{' '}
                    <span class="soft">{item.status}</span>{' '}
                    <a class="since" href={href(view, {open: item.change})} title={t('fact.open')}>
                        {dateText(item.since)}
                    </a>
                    {item.certainty === 'possible' && <span class="tag">{t('organization.possible')}</span>}
                </li>
            ))}
        </ul>
    );
}

interface Exercise {
    id: string;
    url: string;
    label: string;
    kind: string;
    dates: EffectivePeriod | null;
}

function Exercises({items}: {items: Exercise[]}) {
    const [view] = useView();
    return (
        <ul class="memberships">
            {items.map(item => (
                <li key={item.id}>
                    <a href={href(view, {open: item.url})}>
                        <bdi>{item.label}</bdi>
                    </a>{' '}
                    <span class="soft">
                        {word('exercise-kind', item.kind)} · {periodText(item.dates)}
                    </span>
                </li>
            ))}
        </ul>
    );
}

function PartyNames({path}: {path: string}) {
    const party = useRead<PartyDetail>(path);
    return <ReadResult read={party}>{data => <NameList names={data.names} />}</ReadResult>;
}
