import {useState} from 'preact/hooks';
import {useList} from '../../api/client.ts';
import type {PartyItem} from '../../api/types.ts';
import {ReadResult} from '../../shell/Failures.tsx';
import {href, useView} from '../../state/view.ts';
import {number, t, word} from '../../words/index.ts';
import {useTitle} from '../useTitle.ts';

const FIRST_ITEMS = 300;

/** All parties, by name. */
export function PartiesPage() {
    const [view, change] = useView();
    const parties = useList<PartyItem>('/api/parties', {fields: 'code,name,kind'});
    const text = (view.filters.q ?? '').toLocaleLowerCase();
    useTitle(t('party.all'));
    const isMatch = ({name, code}: PartyItem) =>
        name.toLocaleLowerCase().includes(text) || code.toLocaleLowerCase().includes(text);
    return (
        <section class="page">
            <h1>{t('party.all')}</h1>
            <label>
                <span class="hidden-label">{t('party.filter')}</span>
                <input
                    type="search"
                    class="filter"
                    placeholder={t('party.filter')}
                    value={view.filters.q ?? ''}
                    onInput={event => change({filters: {q: event.currentTarget.value}}, {replace: true})}
                />
            </label>
            <ReadResult read={parties}>{items => <Parties items={items.filter(isMatch)} />}</ReadResult>
        </section>
    );
}

function Parties({items}: {items: PartyItem[]}) {
    const [view] = useView();
    const [shown, setShown] = useState(FIRST_ITEMS);
    if (items.length === 0) {
        return <p class="empty">{t('list.no-match')}</p>;
    }
    const sorted = [...items].sort((a, b) => a.name.localeCompare(b.name, view.lang));
    return (
        <>
            <ul class="parties">
                {sorted.slice(0, shown).map(party => (
                    <li key={party.code}>
                        <a href={href(view, {path: `/parties/${encodeURIComponent(party.code)}`})}>
                            <bdi>{party.name}</bdi>
                        </a>{' '}
                        <span class="soft small">
                            {party.code} {party.kind === 'state' ? '' : word('kind', party.kind)}
                        </span>
                    </li>
                ))}
            </ul>
            {sorted.length > shown && (
                <button type="button" onClick={() => setShown(shown + FIRST_ITEMS)}>
                    {t('start.more')} ({number(sorted.length - shown)})
                </button>
            )}
        </>
    );
}
