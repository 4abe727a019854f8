import {useRead} from '../../../api/client.ts';
import type {Finding, ListPage} from '../../../api/types.ts';
import {ReadResult} from '../../../shell/Failures.tsx';
import {useTypedText} from '../../../shell/useTypedText.ts';
import {href, useView} from '../../../state/view.ts';
import {t, word} from '../../../words/index.ts';
import {factName} from '../fact/factName.ts';
import {PageLinks} from '../../PageLinks.tsx';

const KINDS = [
    'contradiction',
    'sum',
    'quotient',
    'place',
    'outside-time',
    'end-before-start',
    'phase-outside-dates',
    'parts-above-whole',
    'unlisted-host',
    'possible-duplicate',
    'overlap',
    'metadata-conflict',
    'unregistered',
    'orphaned-citation',
    'no-passage',
];

/** The list of work does not depend on the day and the state of knowledge of the view. */
const OPEN_NOW = {on: undefined, 'known-at': undefined};

/** Possible errors in the register. A finding disappears when a correction resolves it. */
export function FindingsTab() {
    const [view] = useView();
    const {kind, organization, after} = view.filters;
    const findings = useRead<ListPage<Finding>>('/api/findings', {
        kind,
        organization,
        after,
        limit: '100',
        ...OPEN_NOW,
    });
    return (
        <section aria-labelledby="findings-title">
            <h2 id="findings-title">{t('findings.title')}</h2>
            <FindingFilters />
            <ReadResult read={findings}>
                {({items, next}) => (
                    <>
                        <p role="status" class="soft">
                            {t(next ? 'findings.more' : 'findings.count', {count: items.length})}
                        </p>
                        <ol class="findings">
                            {items.map(each => (
                                <FindingItem key={each.kind + each.facts.join() + each.detail} finding={each} />
                            ))}
                        </ol>
                        <PageLinks next={next} />
                    </>
                )}
            </ReadResult>
        </section>
    );
}

function FindingFilters() {
    const [view, change] = useView();
    const {kind = '', organization = ''} = view.filters;
    const filter = (changed: Record<string, string>) => change({filters: {kind, organization, ...changed}});
    const typed = useTypedText(organization, id => filter({organization: id}));
    return (
        <div class="query">
            <label>
                {t('findings.kind')}
                <select value={kind} onChange={event => filter({kind: event.currentTarget.value})}>
                    <option value="">{t('list.all')}</option>
                    {KINDS.map(each => (
                        <option key={each} value={each}>
                            {word('finding', each)}
                        </option>
                    ))}
                </select>
            </label>
            <label>
                {t('field.organization')}
                <input maxLength={100} size={16} {...typed} />
            </label>
        </div>
    );
}

function FindingItem({finding}: {finding: Finding}) {
    const [view] = useView();
    return (
        <li>
            <p>
                <span class="tag warning">{word('finding', finding.kind)}</span>
            </p>
            <p dir="auto">{finding.detail}</p>
            <p class="row small">
                {[...finding.organizations, ...finding.parties].map(each => (
                    <bdi class="soft" key={each}>
                        {each}
                    </bdi>
                ))}
                {finding.facts.map(fact => (
                    <a key={fact} href={addressOf(fact, view)}>
                        {t('findings.open', {fact: factName(fact)})}
                    </a>
                ))}
            </p>
        </li>
    );
}

/** A document has a page of its own; any other fact opens in the panel. */
function addressOf(fact: string, view: Parameters<typeof href>[0]): string {
    return fact.startsWith('/api/documents/')
        ? href(view, {path: fact.slice('/api'.length)})
        : href(view, {open: fact});
}
