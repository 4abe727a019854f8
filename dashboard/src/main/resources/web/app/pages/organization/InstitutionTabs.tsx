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

/** The institutional facts of an organisation, one list at a time. Meetings are of all days. */
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
            return <Facts<Finding> path={`${path}/findings`}>{items => <Findings items={items} />}</Facts>;
        default:
            return <Facts<Fact> path={`${path}/${tab}`}>{items => LISTS[tab](items)}</Facts>;
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

/** Without a chosen day, all facts of all days are shown: `on` is only sent if it is in the view. */
function Facts<T>({path, children}: {path: string; children: (items: T[]) => ComponentChildren}) {
    const read = useList<T>(path);
    return (
        <ReadResult read={read}>
            {items => (items.length > 0 ? children(items) : <p class="soft">{t('organization.none')}</p>)}
        </ReadResult>
    );
}
