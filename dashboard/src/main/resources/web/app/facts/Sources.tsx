import type {Source} from '../api/types.ts';
import {edtfText} from '../dates/text.ts';
import {href, useView} from '../state/view.ts';
import {t} from '../words/index.ts';

/** Who says so, with the quote and the way to its passage. */
export function Sources({sources}: {sources: Source[]}) {
    return sources.length === 0 ? (
        <p class="soft">{t('fact.sources.none')}</p>
    ) : (
        <ul class="sources">
            {sources.map(source => (
                <li>
                    <SourceText source={source} />
                </li>
            ))}
        </ul>
    );
}

function SourceText({source}: {source: Source}) {
    const said = [source.author, source.published && edtfText(source.published), source.locator].filter(Boolean);
    return (
        <>
            <p dir="auto">
                <SourceTitle source={source} />
            </p>
            {source.quote && <blockquote dir="auto">“{source.quote}”</blockquote>}
            {said.length > 0 && (
                <p class="small soft" dir="auto">
                    {said.join(' · ')}
                </p>
            )}
            <PassageLink source={source} />
        </>
    );
}

/** Only links of the web are links: the address comes from a source. */
function SourceTitle({source}: {source: Source}) {
    const title = source.title ?? source.uri ?? source.set ?? source.document ?? '';
    return source.uri && /^https?:/i.test(source.uri) ? (
        <a href={source.uri} rel="noreferrer" target="_blank">
            {title}
        </a>
    ) : (
        <>{title}</>
    );
}

function PassageLink({source}: {source: Source}) {
    const [view] = useView();
    if (!source.document) {
        return null;
    }
    const page = href(view, {path: `/documents/${source.document}`});
    return (
        <p class="small">
            <a href={source.anchor ? `${page}#${source.anchor}` : page}>{t('fact.passage')}</a>
        </p>
    );
}
