import {useSession} from '../../api/session.ts';
import {memo} from '../../state/memo.ts';
import {href, useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {segments, type Range} from '../documents/segments.ts';
import {mayCurate} from '../desk/session/roles.ts';
import type {Passage} from '../documents/types.ts';
import {QUOTE_ID} from './CiteForm.tsx';
import type {Citation} from './quotes.ts';

const NONE: Range<Citation>[] = [];

/** One passage, with the quotes in it that facts cite. Its mark leads to the passage itself. */
export const PassageText = memo(function PassageText({
    passage,
    ranges = NONE,
    cited,
    open,
    isStop,
}: {
    passage: Passage;
    ranges?: Range<Citation>[];
    cited: boolean;
    open: boolean;
    /** Whether the Tab key stops here. */
    isStop: boolean;
}) {
    const Element = passage.kind === 'heading' ? 'h2' : 'p';
    const marks = [passage.kind, open && 'open', cited && 'cited'].filter(Boolean).join(' ');
    return (
        <Element
            id={passage.anchor}
            data-anchor={passage.anchor}
            class={`passage ${marks}`}
            lang={passage.language}
            dir="auto"
            tabIndex={isStop ? 0 : -1}
        >
            <a
                class="passage-address"
                tabIndex={-1}
                href={`#${encodeURIComponent(passage.anchor)}`}
                aria-label={t('reader.passage', {anchor: passage.anchor})}
            />
            {segments(passage.text, ranges).map(each =>
                each.marks.length ? <Quoted text={each.text} citations={each.marks} /> : each.text,
            )}
            {open && <CiteButton />}
        </Element>
    );
});

/** From the text to its quote, which is in another part of the page. */
function CiteButton() {
    const {roles} = useSession();
    return !mayCurate(roles) ? null : (
        <button type="button" class="cite-passage" onClick={() => document.getElementById(QUOTE_ID)?.focus()}>
            {t('reader.cite')}
        </button>
    );
}

/** A quote of one fact opens the fact. A quote of several opens its passage, which lists them. */
function Quoted({text, citations}: {text: string; citations: Citation[]}) {
    const [view] = useView();
    const facts = new Set(citations.map(each => each.fact.url));
    const anchor = `#${encodeURIComponent(citations[0]!.anchor)}`;
    const address = facts.size === 1 ? href(view, {open: citations[0]!.fact.url}) + anchor : anchor;
    return (
        <a class="quoted" href={address} title={t('reader.citedBy', {count: facts.size})}>
            <mark>{text}</mark>
        </a>
    );
}
