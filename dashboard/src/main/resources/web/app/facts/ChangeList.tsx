import {Age} from '../live/Age.tsx';
import {href, useView} from '../state/view.ts';
import {t, word} from '../words/index.ts';
import {capitalized, factSentence, type FactNames} from './sentence.ts';
import {useFactNames} from './useFactNames.ts';

type Fields = Record<string, unknown>;

/** An entry of the JSON feed of changes: a fact, after its newest change. */
export interface FeedItem {
    id: string;
    url?: string;
    title: string;
    date_modified: string;
    _depositary?: {type?: string; factChange?: {action: string}; statement?: Fields};
}

/** Changes of facts as sentences, the newest first. Each opens its fact. */
export function ChangeList({items}: {items: FeedItem[]}) {
    const names = useFactNames(items.map(({_depositary}) => _depositary?.statement ?? {}));
    return names ? (
        <ol class="changes">
            {items.map(item => (
                <li key={item.id} class={isNew(item) ? 'new' : undefined}>
                    <span class="soft small">
                        <Age instant={item.date_modified} />
                    </span>{' '}
                    <ChangeLine item={item} names={names} />
                </li>
            ))}
        </ol>
    ) : (
        <p class="soft" aria-busy="true">
            {t('frame.loading')}
        </p>
    );
}

/** Whether the register learned it while this page was open. */
function isNew(item: FeedItem): boolean {
    return Date.parse(item.date_modified) > performance.timeOrigin;
}

function ChangeLine({item, names}: {item: FeedItem; names: FactNames}) {
    const [view] = useView();
    const fact = item.url && new URL(item.url, location.origin).pathname;
    if (!fact?.startsWith('/api/')) {
        return <span lang="en">{item.title}</span>;
    }
    const address = fact.startsWith('/api/documents/') ? href(view, {path: fact.slice(4)}) : href(view, {open: fact});
    return (
        <span dir="auto">
            <a href={address}>{changeSentence(fact, item, names)}</a>
        </span>
    );
}

/** What happened to a document, by the type of the event. */
const DOCUMENT_ACTIONS: Record<string, string> = {
    'org.depositary.document.document-metadata-corrected.v1': 'corrected',
    'org.depositary.document.document-taken-down.v1': 'taken-down',
    'org.depositary.document.document-takedown-lifted.v1': 'takedown-lifted',
};

function changeSentence(fact: string, {_depositary}: FeedItem, names: FactNames): string {
    const {factChange, statement} = _depositary ?? {};
    const sentence = factSentence(fact, statement ?? {}, names);
    const action = factChange?.action ?? DOCUMENT_ACTIONS[_depositary?.type ?? ''] ?? 'recorded';
    return action === 'recorded' ? sentence : t('say.change', {action: capitalized(word('event', action)), sentence});
}
