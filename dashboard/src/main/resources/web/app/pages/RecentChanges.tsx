import type {Parameters} from '../api/address.ts';
import {useRead} from '../api/client.ts';
import {Age} from '../live/LiveStatus.tsx';
import {ReadResult} from '../shell/Failures.tsx';
import {href, useView} from '../state/view.ts';

/** An entry of the JSON feed: a fact, after its newest change. */
interface FeedItem {
    id: string;
    url?: string;
    title: string;
    date_modified: string;
    tags?: string[];
}

const SHOWN = 12;

/**
 * What the register learned last, of everything or of one organisation or party. A view of earlier knowledge does not show
 * it.
 */
export function RecentChanges({of, title}: {of: Parameters; title: string}) {
    const [view] = useView();
    const feed = useRead<{items: FeedItem[]}>(view.knownAt ? null : '/api/changes/feed.json', of);
    if (view.knownAt) {
        return null;
    }
    return (
        <section class="block">
            <h2>{title}</h2>
            <ReadResult read={feed}>
                {({items}) => (
                    <ol class="changes">
                        {items.slice(0, SHOWN).map(item => (
                            <li key={item.id} class={isNew(item) ? 'new' : undefined}>
                                <ChangeLine item={item} />
                            </li>
                        ))}
                    </ol>
                )}
            </ReadResult>
        </section>
    );
}

/** Whether the register learned it while this page was open. */
function isNew(item: FeedItem): boolean {
    return Date.parse(item.date_modified) > performance.timeOrigin;
}

function ChangeLine({item}: {item: FeedItem}) {
    const [view] = useView();
    const address = item.url && new URL(item.url, location.origin);
    return (
        <>
            <span class="soft small">
                <Age instant={item.date_modified} />
            </span>{' '}
            <span dir="auto">
                {address && address.pathname.startsWith('/api/') ? (
                    <a href={href(view, {open: address.pathname})}>{item.title}</a>
                ) : (
                    item.title
                )}
            </span>
        </>
    );
}
