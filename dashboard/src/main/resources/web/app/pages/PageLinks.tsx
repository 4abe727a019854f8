import {href, useView} from '../state/view.ts';
import {t} from '../words/index.ts';

/** Links through the pages of a list. The page token is a filter of the view, so the URL holds the page. */
export function PageLinks({next}: {next: string | undefined}) {
    const [view] = useView();
    const {after, ...filters} = view.filters;
    if (!after && !next) {
        return null;
    }
    return (
        <nav class="pages" aria-label={t('list.pages')}>
            {after && <a href={href(view, {filters})}>{t('list.first')}</a>}
            {next && (
                <a href={href(view, {filters: {...filters, after: next}})} rel="next">
                    {t('list.next')}
                </a>
            )}
        </nav>
    );
}
