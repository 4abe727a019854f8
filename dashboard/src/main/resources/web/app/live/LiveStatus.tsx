import {useRef, useState} from 'preact/hooks';
import {useRead} from '../api/client.ts';
import {ChangeList, type FeedItem} from '../facts/ChangeList.tsx';
import {ReadResult} from '../shell/Failures.tsx';
import {useClosing} from '../shell/useClosing.ts';
import {t} from '../words/index.ts';
import {Age} from './Age.tsx';
import {pauseLive, useLive, useWaiting} from './live.ts';

const SHOWN = 8;

/**
 * Whether changes arrive, and how old the newest one is. It opens the list of the last changes, and a reader can stop them. A
 * page that has read no fact follows nothing, and shows nothing.
 */
export function LiveStatus() {
    const {phase, newest} = useLive();
    const {isPaused} = useWaiting();
    const [open, setOpen] = useState(false);
    const box = useRef<HTMLDivElement>(null);
    useClosing(box, open, () => setOpen(false));
    if (phase === 'connecting') {
        return null;
    }
    const state = isPaused ? 'paused' : phase;
    return (
        <div class="ticker" ref={box}>
            <button type="button" class="live" data-live={state} aria-expanded={open} onClick={() => setOpen(!open)}>
                {t(`live.${state}`)}
                {newest && (
                    <>
                        {' · '}
                        <Age instant={newest} />
                    </>
                )}
            </button>
            <span class="hidden-label" role="status">
                {t(`live.${state}`)}
            </span>
            {open && (
                <section class="popup" aria-label={t('live.changes')}>
                    <p class="small soft">{t(`live.${state}.help`)}</p>
                    <PauseButton />
                    <LastChanges />
                </section>
            )}
        </div>
    );
}

/** WCAG 2.2.2: what updates itself can be stopped. */
function PauseButton() {
    const {isPaused, count} = useWaiting();
    return (
        <p class="row">
            <button type="button" onClick={() => pauseLive(!isPaused)}>
                {t(isPaused ? 'live.resume' : 'live.pause')}
            </button>
            {isPaused && (
                <span class="small" role="status">
                    {count === undefined ? t('live.waiting.uncounted') : t('live.waiting', {count})}
                </span>
            )}
        </p>
    );
}

function LastChanges() {
    const feed = useRead<{items: FeedItem[]}>('/api/changes/feed.json');
    return (
        <>
            <h2>{t('live.changes')}</h2>
            <ReadResult read={feed}>{({items}) => <ChangeList items={items.slice(0, SHOWN)} />}</ReadResult>
        </>
    );
}
