import type {ComponentChildren} from 'preact';
import {useList} from '../../api/client.ts';
import type {Fact, Finding, OrganizationDetail} from '../../api/types.ts';
import {ReadResult} from '../../shell/Failures.tsx';
import {href, useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {Findings} from '../Findings.tsx';
import {Figures} from '../Figures.tsx';
import {Contributions} from './Contributions.tsx';
import {Meetings, Relations, Rules, Terms} from './FactTables.tsx';
import {NamesTable} from './NamesTable.tsx';
import {OrganTree} from './OrganTree.tsx';

const TABS = [
    'organs', 'terms', 'meetings', 'relations', 'contributions', 'rules', 'figures', 'findings', 'names',
] as const;
type Tab = (typeof TABS)[number];

/** What happens at a time is listed for all times; what lasts is listed as of the day. */
const OF_ALL_DAYS = new Set<Tab>(['meetings', 'contributions', 'figures']);

/** The institutional facts of an organisation, one list at a time. */
export function InstitutionTabs({path, organization}: {path: string; organization: OrganizationDetail | undefined}) {
    const [view] = useView();
    const tab = TABS.find(known => known === view.tab) ?? 'organs';
    return (
        <section class="block">
            <nav class="tabs" aria-label={t('organization.more')}>
                {TABS.map(each => (
                    <a href={href(view, {tab: each})} aria-current={each === tab ? 'true' : undefined}>
                        {t(`organization.${each}`)}
                    </a>
                ))}
            </nav>
            <h2 class="hidden-label">{t(`organization.${tab}`)}</h2>
            <TabContent key={tab} tab={tab} path={path} organization={organization} />
        </section>
    );
}

function TabContent({tab, path, organization}: {tab: Tab; path: string; organization: OrganizationDetail | undefined}) {
    switch (tab) {
        case 'names':
            return organization ? <NamesTable organization={organization} /> : null;
        case 'findings':
            return (
                <Facts<Finding> path={`${path}/findings`} allDays>
                    {items => <Findings items={items} />}
                </Facts>
            );
        default:
            return (
                <Facts<Fact> path={`${path}/${tab}`} allDays={OF_ALL_DAYS.has(tab)}>
                    {items => LISTS[tab](items)}
                </Facts>
            );
    }
}

const LISTS: Record<Exclude<Tab, 'names' | 'findings'>, (items: Fact[]) => ComponentChildren> = {
    organs: items => <OrganTree organs={items} />,
    terms: items => <Terms items={items} />,
    meetings: items => <Meetings items={items} />,
    relations: items => <Relations items={items} />,
    contributions: items => <Contributions items={items} />,
    rules: items => <Rules items={items} />,
    figures: items => <Figures items={items} />,
};

interface FactsProps<T> {
    path: string;
    allDays: boolean;
    children: (items: T[]) => ComponentChildren;
}

/** Without a chosen day, the interface lists the facts of all days. */
function Facts<T>({path, allDays, children}: FactsProps<T>) {
    const read = useList<T>(path, allDays ? {on: undefined} : {});
    return (
        <ReadResult read={read}>
            {items => (items.length > 0 ? children(items) : <p class="soft">{t('organization.none')}</p>)}
        </ReadResult>
    );
}
