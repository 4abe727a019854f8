import { useRead } from '../../api/client';
import { ProblemNotice } from '../../shell/ProblemNotice';
import { href, useView, type View } from '../../state/view';
import { t } from '../../words';
import { DocumentFilters } from './DocumentFilters';
import { DocumentResult } from './DocumentResult';
import type { DocumentItem } from './types';
import './documents.css';

interface DocumentPage {
  items: DocumentItem[];
  next?: string;
}

/** Searches texts and metadata of documents. The question and its filters are in the URL. */
export default function DocumentsPage() {
  const [view] = useView();
  const { q, language, type, status, after } = view.filters;
  const found = useRead<DocumentPage>('/api/documents', {
    q, language, type, status, after, from: view.from || undefined, to: view.to || undefined, limit: '25',
  });
  return (
    <main class="documents">
      <h1>{t('documents.title')}</h1>
      <DocumentFilters />
      {found.problem && <ProblemNotice problem={found.problem} />}
      <ol class="results" aria-busy={found.loading}>
        {found.data?.items.map((each) => <DocumentResult key={each.id} document={each} />)}
      </ol>
      {found.data?.items.length === 0 && <p class="empty">{t('documents.none')}</p>}
      <Pages view={view} next={found.data?.next} />
    </main>
  );
}

function Pages({ view, next }: { view: View; next?: string }) {
  const { after, ...filters } = view.filters;
  if (!after && !next) return null;
  return (
    <nav class="pages" aria-label={t('list.pages')}>
      {after && <a href={href(view, { filters })}>{t('list.first')}</a>}
      {next && <a href={href(view, { filters: { ...filters, after: next } })} rel="next">{t('list.next')}</a>}
    </nav>
  );
}
