import {useEffect, useMemo, useState} from 'preact/hooks';
import {decoded} from '../../state/url.ts';
import {t} from '../../words/index.ts';
import type {Passage} from '../documents/types.ts';
import {onPassageKey} from './keyboard.ts';
import {PassageText} from './PassageText.tsx';
import type {Citation} from './quotes.ts';
import {useHighlights, type Highlights} from './useHighlights.ts';
import type {Passages} from './usePassages.ts';

/** The browser lays out and paints only blocks near the visible part (`content-visibility` in documents.css). */
const BLOCK = 40;
const HELP_ID = 'text-help';

/** The passages of a document. They are one stop of the Tab key; arrow keys move between them. */
export function TextOfDocument({
    id,
    passages,
    citations,
    open,
}: {
    id: string;
    passages: Passages;
    citations: Citation[];
    open: string;
}) {
    const highlights = useHighlights(id, passages.items, citations);
    const cited = useMemo(() => new Set(citations.map(each => each.anchor)), [citations]);
    const blocks = useMemo(() => inBlocks(passages.items), [passages.items]);
    const found = passages.items.some(each => each.anchor === open);
    const [focused, setFocused] = useState('');
    const stop = focused || (found ? open : passages.items[0]?.anchor);
    useEffect(() => {
        if (found) {
            showPassage(open);
        }
    }, [open, found]);
    return (
        <article
            class="document-text"
            aria-busy={!passages.complete}
            aria-describedby={HELP_ID}
            onFocusCapture={event => setFocused(anchorAt(event.target))}
            onKeyDown={event => onPassageKey(event, openPassage)}
        >
            <p id={HELP_ID} class="hidden-label">
                {t('reader.help')}
            </p>
            {open && passages.complete && !found && <p class="notice">{t('reader.noPassage', {anchor: open})}</p>}
            {blocks.map(block => (
                <Block key={block[0]!.anchor} passages={block} {...{highlights, cited, open, stop}} />
            ))}
            {!passages.complete && <p role="status">{t('reader.loading', {count: passages.items.length})}</p>}
        </article>
    );
}

function Block({
    passages,
    highlights,
    cited,
    open,
    stop,
}: {
    passages: Passage[];
    highlights: Highlights;
    cited: Set<string>;
    open: string;
    stop: string | undefined;
}) {
    return (
        <div class="passages">
            {passages.map(each => (
                <PassageText
                    key={each.anchor}
                    passage={each}
                    ranges={highlights.get(each.anchor)}
                    cited={cited.has(each.anchor)}
                    open={each.anchor === open}
                    isStop={each.anchor === stop}
                />
            ))}
        </div>
    );
}

function inBlocks(passages: Passage[]): Passage[][] {
    const blocks: Passage[][] = [];
    for (let from = 0; from < passages.length; from += BLOCK) blocks.push(passages.slice(from, from + BLOCK));
    return blocks;
}

function anchorAt(target: EventTarget | null): string {
    return (target as Element | null)?.closest<HTMLElement>('[data-anchor]')?.dataset.anchor ?? '';
}

/** As its mark does. */
function openPassage(anchor: string) {
    if (decoded(location.hash.slice(1)) !== anchor) {
        location.hash = encodeURIComponent(anchor);
    }
}

function showPassage(anchor: string) {
    const element = document.getElementById(anchor);
    element?.scrollIntoView({block: 'center'});
    element?.focus({preventScroll: true});
}
