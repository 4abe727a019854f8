import {useEffect, useState} from 'preact/hooks';

/** Words that the reader selected, and the passage in which they begin. */
export interface SelectedQuote {
    anchor: string;
    quote: string;
}

/** Longer quotes make URLs that servers and proxies refuse. */
export const LONGEST_QUOTE = 1_500;

/** The newest selection inside passages. It stays when a click elsewhere drops the selection. */
export function useSelectedQuote(): [SelectedQuote | undefined, (quote?: SelectedQuote) => void] {
    const [selected, setSelected] = useState<SelectedQuote>();
    useEffect(() => {
        const read = () => {
            const quote = selectedQuote(document.getSelection());
            if (quote) {
                setSelected(quote);
            }
        };
        document.addEventListener('selectionchange', read);
        return () => document.removeEventListener('selectionchange', read);
    }, []);
    return [selected, setSelected];
}

function selectedQuote(selection: Selection | null): SelectedQuote | undefined {
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
        return undefined;
    }
    const range = selection.getRangeAt(0);
    const passage = elementOf(range.startContainer)?.closest<HTMLElement>('[data-anchor]');
    const quote = withinText(selection, range, passage).replace(/\s+/g, ' ').trim();
    return passage?.dataset.anchor && quote ? {anchor: passage.dataset.anchor, quote} : undefined;
}

/** Three clicks on the last passage select up to the next part of the page. Everything outside of the text is cut off. */
function withinText(selection: Selection, range: Range, passage: Element | null | undefined): string {
    const text = passage?.closest('article');
    if (!text || text.contains(range.endContainer)) {
        return selection.toString();
    }
    const inside = range.cloneRange();
    inside.setEnd(text, text.childNodes.length);
    return inside.toString();
}

function elementOf(node: Node): Element | null {
    return node instanceof Element ? node : node.parentElement;
}
