import {useEffect, useState} from 'preact/hooks';
import {useView} from '../../../state/view.ts';
import type {Command} from '../commands.ts';
import {loadDraft, saveDraft, withSource, type Draft} from './drafts.ts';

/** The draft of a kind of fact. A quote or an owner in the URL goes into it, and out of the URL. */
export function useDraft({kind}: Command): [Draft, (draft: Draft) => void] {
    const [view, change] = useView();
    const [drafts, setDrafts] = useState<Record<string, Draft>>({});
    const draft = drafts[kind] ?? loadDraft(kind);
    const keep = (next: Draft) => {
        saveDraft(kind, next);
        setDrafts(all => ({...all, [kind]: next}));
    };
    const {document, anchor, quote, of, ...rest} = view.filters;
    useEffect(() => {
        if (!document && !of) {
            return;
        }
        const owned = of ? {...draft, owner: of} : draft;
        keep(document ? withSource(owned, {document, ...(anchor && {anchor}), ...(quote && {quote})}) : owned);
        change({filters: rest}, {replace: true});
    }, [document, anchor, quote, of]);
    return [draft, keep];
}
