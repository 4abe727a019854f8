import {useEffect, useMemo, useState} from 'preact/hooks';
import {get} from '../../api/get.ts';
import type {Range} from '../documents/segments.ts';
import type {Passage} from '../documents/types.ts';
import {placeIn, rangesIn, type Citation} from './quotes.ts';

export type Highlights = Map<string, Range<Citation>[]>;

interface PassageWithPlace {
    quote?: {selectors: {type: string; start?: number; end?: number}[]};
}

/** At most so many quotes are looked up by the server: those in repaired words, or across passages. */
const MOST_LOOKUPS = 40;

/** The ranges to highlight, by the anchor of their passage. */
export function useHighlights(document: string, passages: Passage[], citations: Citation[]): Highlights {
    const byAnchor = useMemo(() => new Map(passages.map(each => [each.anchor, each])), [passages]);
    const direct = useMemo(() => placeAll(citations, byAnchor), [citations, byAnchor]);
    const looked = useLookups(document, passages, direct.missing);
    return useMemo(() => merged([direct.found, looked]), [direct, looked]);
}

function placeAll(citations: Citation[], byAnchor: Map<string, Passage>) {
    const found: Highlights = new Map();
    const missing: Citation[] = [];
    for (const citation of citations) {
        const passage = byAnchor.get(citation.anchor);
        if (!passage || !citation.quote) {
            continue;
        }
        const place = placeIn(passage, citation.quote);
        if (place) {
            add(found, passage.anchor, {...place, mark: citation});
        } else {
            missing.push(citation);
        }
    }
    return {found, missing};
}

function useLookups(document: string, passages: Passage[], missing: Citation[]): Highlights {
    const [looked, setLooked] = useState<Highlights>(new Map());
    const key = missing.map(each => each.fact.url + each.anchor).join(' ');
    useEffect(() => {
        let current = true;
        void Promise.all(missing.slice(0, MOST_LOOKUPS).map(each => lookUp(document, passages, each))).then(all => {
            if (current) {
                setLooked(merged(all));
            }
        });
        return () => {
            current = false;
        };
    }, [document, key]);
    return looked;
}

async function lookUp(document: string, passages: Passage[], citation: Citation): Promise<Highlights> {
    const found: Highlights = new Map();
    try {
        const path = `/api/documents/${document}/passages/${encodeURIComponent(citation.anchor)}`;
        const {quote} = await get<PassageWithPlace>(path, {quote: citation.quote});
        const place = quote?.selectors.find(each => each.type === 'TextPositionSelector');
        if (place?.start !== undefined && place.end !== undefined) {
            rangesIn(passages, place.start, place.end, citation).forEach((range, anchor) => add(found, anchor, range));
        }
    } catch {
        // Without its place the quote is not highlighted. Its passage still lists the fact.
    }
    return found;
}

function merged(all: Highlights[]): Highlights {
    const result: Highlights = new Map();
    all.forEach(each => each.forEach((ranges, anchor) => ranges.forEach(range => add(result, anchor, range))));
    return result;
}

function add(highlights: Highlights, anchor: string, range: Range<Citation>) {
    highlights.set(anchor, [...(highlights.get(anchor) ?? []), range]);
}
