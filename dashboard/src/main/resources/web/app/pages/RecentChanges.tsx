import type {Parameters} from '../api/address.ts';
import {useRead} from '../api/client.ts';
import {ChangeList, type FeedItem} from '../facts/ChangeList.tsx';
import {ReadResult} from '../shell/Failures.tsx';
import {useView} from '../state/view.ts';

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
            <ReadResult read={feed}>{({items}) => <ChangeList items={items.slice(0, SHOWN)} />}</ReadResult>
        </section>
    );
}
