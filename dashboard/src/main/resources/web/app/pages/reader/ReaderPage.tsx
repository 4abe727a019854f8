import {useEffect, useMemo, useState} from 'preact/hooks';
import {useList, useRead} from '../../api/client.ts';
import {useSession} from '../../api/session.ts';
import type {Fact} from '../../api/types.ts';
import {ProblemNote} from '../../shell/Failures.tsx';
import {decoded} from '../../state/url.ts';
import {useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {useTitle} from '../useTitle.ts';
import {DocumentFacts} from '../documents/DocumentResult.tsx';
import {mayCurate} from '../desk/session/roles.ts';
import {titleOf, type DocumentItem} from '../documents/types.ts';
import {CiteForm} from './CiteForm.tsx';
import {PassageFacts} from './PassageFacts.tsx';
import {citationsOf, type Citation} from './quotes.ts';
import {RestrictedText} from './RestrictedText.tsx';
import {useSelectedQuote, type SelectedQuote} from './selection.ts';
import {hasStructure, Structure} from './Structure.tsx';
import {TextOfDocument} from './TextOfDocument.tsx';
import {usePassages} from './usePassages.ts';

/** A document's text with structure, and the facts that cite it. `#anchor` opens at a passage. */
export function ReaderPage({parameters: [id = '']}: {parameters: string[]}) {
    const document = useRead<DocumentItem>(`/api/documents/${id}`);
    const cited = useList<Fact>(`/api/documents/${id}/citations`);
    const citations = useMemo(() => citationsOf(cited.data ?? [], id), [cited.data, id]);
    useTitle(document.data ? titleOf(document.data) : '');
    if (document.problem) {
        return <ProblemNote problem={document.problem} reload={document.reload} />;
    }
    if (!document.data) {
        return <p class="soft">{t('frame.loading')}</p>;
    }
    return (
        <section class="page reader">
            <header>
                <h1 dir="auto" lang={document.data.language ?? undefined}>
                    {titleOf(document.data)}
                </h1>
                <DocumentFacts document={document.data} />
                {document.data.problem && <p class="notice">{document.data.problem}</p>}
            </header>
            <ReadableText id={id} citations={citations} />
        </section>
    );
}

function ReadableText({id, citations}: {id: string; citations: Citation[]}) {
    const passages = usePassages(id);
    const anchor = useAnchor();
    const [selected, setSelected] = useSelectedQuote();
    const open = passages.items.find(each => each.anchor === anchor);
    useEffect(() => {
        if (open) {
            setSelected({anchor: open.anchor, quote: open.text});
        }
    }, [open?.anchor]);
    const status = passages.problem?.status;
    if (status === 401 || status === 403) {
        return <RestrictedText citations={citations} />;
    }
    if (passages.problem) {
        return <ProblemNote problem={passages.problem} />;
    }
    return (
        <div class={`reader-columns${hasStructure(passages.items) ? '' : ' unstructured'}`}>
            <Structure passages={passages.items} open={anchor} />
            <TextOfDocument id={id} passages={passages} citations={citations} open={anchor} />
            <aside class="reader-side" aria-label={t('reader.facts')}>
                <CitePlace document={id} selected={selected} />
                <PassageFacts citations={citations} anchor={open ? anchor : ''} />
            </aside>
        </div>
    );
}

function CitePlace({document, selected}: {document: string; selected: SelectedQuote | undefined}) {
    const {roles} = useSession();
    if (!mayCurate(roles)) {
        return null;
    }
    return selected ? (
        <CiteForm key={selected.anchor + selected.quote} document={document} selected={selected} />
    ) : (
        <p class="soft small">{t('reader.select')}</p>
    );
}

/** The anchor in the URL. Links inside the page change it without a new view. */
function useAnchor(): string {
    const [view] = useView();
    const [, redraw] = useState(0);
    useEffect(() => {
        const moved = () => redraw(count => count + 1);
        addEventListener('hashchange', moved);
        return () => removeEventListener('hashchange', moved);
    }, [view]);
    return decoded(location.hash.slice(1));
}
