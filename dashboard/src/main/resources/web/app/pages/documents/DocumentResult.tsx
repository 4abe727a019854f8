import {href, useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {Highlighted} from './Highlighted.tsx';
import {titleOf, type DocumentItem} from './types.ts';

export function DocumentResult({document}: {document: DocumentItem}) {
    const [view] = useView();
    const address = href(view, {path: `/documents/${document.id}`, filters: {}, open: '', from: '', to: '', tab: ''});
    return (
        <li>
            <h2>
                <a href={address} dir="auto" lang={document.language ?? undefined}>
                    {titleOf(document)}
                </a>
            </h2>
            <DocumentFacts document={document} />
            <ul class="hit-list">
                {document.hits?.map(hit => (
                    <li>
                        <a class="anchor" href={`${address}#${encodeURIComponent(hit.anchor)}`}>
                            {hit.anchor}
                        </a>{' '}
                        <Highlighted text={hit.text} highlights={hit.highlights} language={hit.language} />
                    </li>
                ))}
            </ul>
        </li>
    );
}

/** One line with type, date, place, author and language, and what limits the text. */
export function DocumentFacts({document}: {document: DocumentItem}) {
    const facts = [
        document.type,
        document.date?.edtf,
        document.place,
        document.author,
        document.publisher,
        document.language,
    ];
    return (
        <p class="document-facts">
            {facts.filter(Boolean).map(each => (
                <bdi>{each}</bdi>
            ))}
            {document.rights === 'restricted' && <span class="tag">{t('documents.restricted')}</span>}
            {document.status !== 'ok' && (
                <span class="tag warning" title={document.problem ?? undefined}>
                    {document.status}
                </span>
            )}
        </p>
    );
}
