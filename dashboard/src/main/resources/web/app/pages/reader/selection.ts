import { useEffect, useState } from 'preact/hooks';

/** Words that the reader selected, and the passage in which they begin. */
export interface SelectedQuote {
  anchor: string;
  quote: string;
}

/** Longer quotes make URLs that servers and proxies refuse. */
export const LONGEST_QUOTE = 1_500;

/** The newest selection inside passages. It stays when the selection is dropped, so a click elsewhere does not lose it. */
export function useSelectedQuote(): [SelectedQuote | undefined, (quote?: SelectedQuote) => void] {
  const [selected, setSelected] = useState<SelectedQuote>();
  useEffect(() => {
    const read = () => {
      const quote = selectedQuote(document.getSelection());
      if (quote) setSelected(quote);
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, []);
  return [selected, setSelected];
}

function selectedQuote(selection: Selection | null): SelectedQuote | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const anchor = passageOf(range.startContainer);
  const quote = selection.toString().replace(/\s+/g, ' ').trim();
  return anchor && passageOf(range.endContainer) && quote ? { anchor, quote } : undefined;
}

function passageOf(node: Node): string | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-anchor]')?.dataset.anchor;
}
