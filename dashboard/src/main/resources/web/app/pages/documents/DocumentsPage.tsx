import {useRead} from '../../api/client.ts';
import type {ListPage} from '../../api/types.ts';
import {ProblemNote} from '../../shell/Failures.tsx';
import {useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {PageLinks} from '../PageLinks.tsx';
import {useTitle} from '../useTitle.ts';
import {DocumentFilters} from './DocumentFilters.tsx';
import {DocumentResult} from './DocumentResult.tsx';
import type {DocumentItem} from './types.ts';

/** Searches texts and metadata of documents. The question and its filters are in the URL. */
export function DocumentsPage() {
    const [view] = useView();
    useTitle(t('documents.title'));
    const {q, language, type, status, after} = view.filters;
    const found = useRead<ListPage<DocumentItem>>('/api/documents', {
        q,
        language,
        type,
        status,
        after,
        from: view.from || undefined,
        to: view.to || undefined,
        limit: '25',
    });
    return (
        <section class="page documents">
            <h1>{t('documents.title')}</h1>
            <DocumentFilters />
            {found.problem && <ProblemNote problem={found.problem} />}
            <ol class="results" aria-busy={found.loading}>
                {found.data?.items.map(each => (
                    <DocumentResult key={each.id} document={each} />
                ))}
            </ol>
            {found.data?.items.length === 0 && <p class="soft">{t('documents.none')}</p>}
            <PageLinks next={found.data?.next} />
        </section>
    );
}
