import { useEffect, useMemo, useState } from 'preact/hooks';
import { useRead } from '../../api/client';
import type { Fact } from '../../api/types';
import { ProblemNotice } from '../../shell/ProblemNotice';
import { useView } from '../../state/view';
import { t } from '../../words';
import { DocumentFacts } from '../documents/DocumentResult';
import { titleOf, type DocumentItem } from '../documents/types';
import { CiteForm } from './CiteForm';
import { PassageFacts } from './PassageFacts';
import { citationsOf, type Citation } from './quotes';
import { RestrictedText } from './RestrictedText';
import { useSelectedQuote } from './selection';
import { Structure } from './Structure';
import { TextOfDocument } from './TextOfDocument';
import { usePassages } from './usePassages';
import './reader.css';

/** A document's text with structure, and the facts that cite it. `#anchor` opens at a passage. */
export default function ReaderPage() {
  const [view] = useView();
  const id = view.path.split('/')[2] ?? '';
  const document = useRead<DocumentItem>(`/api/documents/${id}`);
  const cited = useRead<{ items: Fact[] }>(`/api/documents/${id}/citations`, { limit: '1000' });
  const citations = useMemo(() => citationsOf(cited.data?.items ?? [], id), [cited.data, id]);
  if (document.problem) return <main><ProblemNotice problem={document.problem} /></main>;
  if (!document.data) return <main aria-busy="true" />;
  return (
    <main class="reader">
      <header>
        <h1 dir="auto" lang={document.data.language ?? undefined}>{titleOf(document.data)}</h1>
        <DocumentFacts document={document.data} />
        {document.data.problem && <p class="notice">{document.data.problem}</p>}
      </header>
      <ReadableText id={id} citations={citations} />
    </main>
  );
}

function ReadableText({ id, citations }: { id: string; citations: Citation[] }) {
  const passages = usePassages(id);
  const anchor = useAnchor();
  const [selected, setSelected] = useSelectedQuote();
  const open = passages.items.find((each) => each.anchor === anchor);
  useEffect(() => {
    if (open) setSelected({ anchor: open.anchor, quote: open.text });
  }, [open?.anchor]);
  const status = passages.problem?.status;
  if (status === 401 || status === 403) return <RestrictedText citations={citations} />;
  if (passages.problem) return <ProblemNotice problem={passages.problem} />;
  return (
    <div class="columns">
      <Structure passages={passages.items} open={anchor} />
      <TextOfDocument id={id} passages={passages} citations={citations} open={anchor} />
      <aside aria-label={t('reader.facts')}>
        {selected && <CiteForm key={selected.anchor + selected.quote} document={id} selected={selected} />}
        <PassageFacts citations={citations} anchor={open ? anchor : ''} />
      </aside>
    </div>
  );
}

/** The anchor in the URL. Links inside the page change it without a new view. */
function useAnchor(): string {
  const [view] = useView();
  const [, redraw] = useState(0);
  useEffect(() => {
    const moved = () => redraw((count) => count + 1);
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, [view]);
  return decodeURIComponent(location.hash.slice(1));
}
