import {useState} from 'preact/hooks';
import {href, useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {LONGEST_QUOTE, type SelectedQuote} from './selection.ts';

/** The id of the input with the words of the quote. */
export const QUOTE_ID = 'cite-quote';

/** Leads to the desk with a quote. By keyboard, a curator opens a passage and shortens its text here. */
export function CiteForm({document, selected}: {document: string; selected: SelectedQuote}) {
    const [view] = useView();
    const [quote, setQuote] = useState(selected.quote);
    const words = quote.replace(/\s+/g, ' ').trim();
    const tooLong = words.length > LONGEST_QUOTE;
    const desk = href(view, {
        path: '/desk',
        tab: 'record',
        filters: {document, anchor: selected.anchor, quote: words},
    });
    return (
        <section class="cite" aria-labelledby="cite-title">
            <h2 id="cite-title">{t('reader.quoteOf', {anchor: selected.anchor})}</h2>
            <label class="hidden-label" for={QUOTE_ID}>
                {t('reader.quote')}
            </label>
            <textarea
                id={QUOTE_ID}
                rows={6}
                dir="auto"
                value={quote}
                onInput={event => setQuote(event.currentTarget.value)}
            />
            {tooLong && <p class="field-problem">{t('reader.quoteTooLong', {limit: LONGEST_QUOTE})}</p>}
            {words && !tooLong && (
                <a class="button" href={desk}>
                    {t('reader.record')}
                </a>
            )}
        </section>
    );
}
