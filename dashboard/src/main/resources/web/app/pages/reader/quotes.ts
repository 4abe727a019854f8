import type {Passage} from '../documents/types.ts';
import type {Range} from '../documents/segments.ts';
import type {Fact, Source} from '../../api/types.ts';

/** A source with the place of its quote in the newest text. */
type CitedSource = Source & {currentAnchor?: string; orphaned?: boolean};

/** A passage or quote of this document, and the fact that cites it. */
export interface Citation {
    fact: Fact;
    anchor: string;
    quote?: string;
}

/** The citations of one document in facts and in their claims. Each passage and quote of a fact counts once. */
export function citationsOf(facts: Fact[], document: string): Citation[] {
    return facts.flatMap(fact => {
        const seen = new Set<string>();
        const sources: CitedSource[] = [...fact.sources, ...(fact.claims ?? []).flatMap(claim => claim.sources)];
        return sources.flatMap(source => {
            const anchor = source.currentAnchor ?? source.anchor;
            const key = `${anchor} ${source.quote ?? ''}`;
            if (source.document !== document || !anchor || source.orphaned || seen.has(key)) {
                return [];
            }
            seen.add(key);
            return [{fact, anchor, quote: source.quote}];
        });
    });
}

/** Finds a quote in a passage. Offsets are code points; white space of any length counts as one space. */
export function placeIn(passage: Passage, quote: string): {start: number; end: number} | undefined {
    const words = quote.normalize('NFC').trim().split(/\s+/).map(escaped);
    const found = new RegExp(words.join('\\s+'), 'u').exec(passage.text);
    if (!found || words.length === 0) {
        return undefined;
    }
    const start = Array.from(passage.text.slice(0, found.index)).length;
    return {start, end: start + Array.from(found[0]).length};
}

/** Cuts a place in the whole text into ranges of the passages that it covers. */
export function rangesIn<T>(passages: Passage[], start: number, end: number, mark: T): Map<string, Range<T>> {
    const covered = passages.filter(each => each.start < end && each.end > start);
    return new Map(
        covered.map(each => [
            each.anchor,
            {start: Math.max(start, each.start) - each.start, end: Math.min(end, each.end) - each.start, mark},
        ]),
    );
}

function escaped(word: string): string {
    return word.replace(/[\\^$.*+?()[\]{}|/-]/g, sign => (sign === '-' ? '\\-' : `\\${sign}`));
}
