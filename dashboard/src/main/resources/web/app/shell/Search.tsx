import {useEffect, useRef, useState} from 'preact/hooks';
import {readAddress} from '../api/address.ts';
import {read} from '../api/cache.ts';
import type {ListPage, OrganizationItem, PartyItem} from '../api/types.ts';
import {href, useView, type View} from '../state/view.ts';
import {t, type Word} from '../words/index.ts';
import {useClosing} from './useClosing.ts';

interface Hit {
    group: Word;
    /** The page of the thing, or else the fact that opens in the panel. */
    path?: string;
    open?: string;
    label: string;
    note: string;
}

/** What was found for a text. */
interface Found {
    text: string;
    hits: Hit[];
    /** A list could not be read. */
    failed: boolean;
}

const TYPING_MS = 180;
const HITS = '6';

/** Finds things by name in all lists at once. */
export function Search() {
    const [view] = useView();
    const [text, setText] = useState('');
    const [found, setFound] = useState<Found>();
    const box = useRef<HTMLFormElement>(null);
    useEffect(() => {
        const wanted = text.trim();
        if (!wanted) {
            setFound(undefined);
            return undefined;
        }
        let isCurrent = true;
        const search = async () => {
            const next = await find(wanted, view);
            if (isCurrent) {
                setFound(next);
            }
        };
        const timer = setTimeout(() => void search(), TYPING_MS);
        return () => {
            isCurrent = false;
            clearTimeout(timer);
        };
    }, [text, view.lang, view.on, view.knownAt]);
    const close = () => setText('');
    useClosing(box, found !== undefined, close);
    // Hits of the text before stay until there are newer ones, so that the list does not flicker. Enter opens none of them.
    const isNewest = found?.text === text.trim();
    return (
        <form
            class="search"
            role="search"
            ref={box}
            onSubmit={event => {
                event.preventDefault();
                if (isNewest) {
                    box.current?.querySelector<HTMLAnchorElement>('.hits a')?.click();
                }
            }}
            onKeyDown={event => event.key === 'Escape' && close()}
        >
            <input
                type="search"
                aria-label={t('search.label')}
                placeholder={t('search.placeholder')}
                value={text}
                maxLength={200}
                onInput={event => setText(event.currentTarget.value)}
            />
            {found && text && <Hits found={found} view={view} onChoose={close} />}
        </form>
    );
}

function Hits({found, view, onChoose}: {found: Found; view: View; onChoose: () => void}) {
    const {hits, text, failed} = found;
    return (
        <div class="hits">
            {failed && <p role="status">{t('problem.failed')}</p>}
            {!failed && hits.length === 0 && <p role="status">{t('search.none', {text})}</p>}
            {hits.map((hit, index) => (
                <>
                    {hit.group !== hits[index - 1]?.group && <h3>{t(hit.group)}</h3>}
                    <a href={href(view, hit.open ? {open: hit.open} : {path: hit.path!})} onClick={onChoose}>
                        <bdi>{hit.label}</bdi> <span class="soft small">{hit.note}</span>
                    </a>
                </>
            ))}
        </div>
    );
}

interface ExerciseHit {
    id: string;
    label: string;
    dates: {edtf: string} | null;
}

interface InstrumentHit {
    url: string;
    name: string;
    dates: {signed: {edtf: string} | null; adopted: {edtf: string} | null};
}

interface DocumentHit {
    id: string;
    title: string | null;
    filename?: string | null;
    date: {edtf: string} | null;
}

async function find(text: string, view: View): Promise<Found> {
    const list = async <T,>(path: string, parameters: Record<string, string>, hit: (item: T) => Hit) =>
        (await read<ListPage<T>>(readAddress(path, {limit: HITS, ...parameters}, view))).data.items.map(hit);
    const groups = await Promise.allSettled([
        list<OrganizationItem>('/api/organizations', {q: text}, organization),
        list<PartyItem>('/api/parties', {q: text}, party),
        exercises(text, view),
        list<InstrumentHit>('/api/instruments', {q: text}, instrument),
        list<DocumentHit>('/api/documents', {q: text}, document),
    ]);
    return {
        text,
        hits: groups.flatMap(group => (group.status === 'fulfilled' ? group.value : [])),
        failed: groups.some(group => group.status === 'rejected'),
    };
}

/** The interface has no search for exercises by name, so the names are compared here. */
async function exercises(text: string, view: View): Promise<Hit[]> {
    const address = readAddress('/api/exercises', {limit: '1000', fields: 'id,label,dates.edtf', on: undefined}, view);
    const page = await read<ListPage<ExerciseHit>>(address);
    const wanted = text.toLocaleLowerCase();
    const named = page.data.items.filter(item => item.label.toLocaleLowerCase().includes(wanted));
    return named.slice(0, Number(HITS)).map(exercise);
}

const organization = (item: OrganizationItem): Hit => ({
    group: 'search.organizations',
    path: `/organizations/${encodeURIComponent(item.id)}`,
    label: item.name,
    note: item.acronym ?? '',
});

const party = (item: PartyItem): Hit => ({
    group: 'search.parties',
    path: `/parties/${encodeURIComponent(item.code)}`,
    label: item.name,
    note: item.code,
});

const exercise = (item: ExerciseHit): Hit => ({
    group: 'search.exercises',
    path: `/exercises/${item.id}`,
    label: item.label,
    note: item.dates?.edtf ?? '',
});

/** An instrument has no page of its own: it opens in the panel. */
const instrument = (item: InstrumentHit): Hit => ({
    group: 'search.instruments',
    open: item.url,
    label: item.name,
    note: (item.dates.signed ?? item.dates.adopted)?.edtf ?? '',
});

const document = (item: DocumentHit): Hit => ({
    group: 'search.documents',
    path: `/documents/${item.id}`,
    label: item.title ?? item.filename ?? item.id,
    note: item.date?.edtf ?? '',
});
