import {useEffect, useState} from 'preact/hooks';
import {isEmbedded} from '../state/embedded.ts';
import type {Change} from './change.ts';
import {connect, type Link} from './link.ts';
import type {LiveState, ToTab} from './messages.ts';
import {Subscription} from './subscription.ts';

/** An embedded chart opens no stream, unless its URL asks for one. */
const isFollowing = !isEmbedded || new URLSearchParams(location.search).get('live') === '1';

const subscriptions = new Set<Subscription>();
const watchers = new Set<(state: LiveState) => void>();
let state: LiveState = {phase: 'connecting'};
let link: Promise<Link> | undefined;
let cursor = '';
let token: string | undefined;

/**
 * Starts to follow the changes after a read. Later calls do nothing.
 *
 * @param readCursor the `Depositary-Cursor` of the read
 * @param bearer the token of reads, where no session exists
 */
export function startLive(readCursor: string, bearer?: string): void {
    if (!isFollowing || link) {
        return;
    }
    cursor = readCursor;
    token = bearer;
    link = connect(receive, join);
    // The next read tries again.
    link.catch(() => (link = undefined));
    join();
    addEventListener('pagehide', () => post({kind: 'leave'}));
    addEventListener('pageshow', event => event.persisted && join());
    addEventListener('online', () => wakeLive());
    document.addEventListener('visibilitychange', () => document.hidden || wakeLive());
}

/**
 * Connects at once if the connection is broken.
 *
 * @param bearer the token of this tab, if it has changed; null ends the connection of the one before
 */
export function wakeLive(bearer: string | null | undefined = token): void {
    token = bearer ?? undefined;
    post({kind: 'wake', token: bearer});
}

/**
 * Calls back when something changes. Several changes within a second are one call.
 *
 * @param callback gets the changes; none if it is unknown what changed. Then everything must be read again
 * @returns ends the calls
 */
export function onChange(callback: (changes: readonly Change[]) => void): () => void {
    const subscription = new Subscription(callback);
    subscriptions.add(subscription);
    return () => {
        subscription.end();
        subscriptions.delete(subscription);
    };
}

/** The state of the connection. */
export function useLive(): LiveState {
    const [current, set] = useState(state);
    useEffect(() => {
        set(state);
        watchers.add(set);
        return () => {
            watchers.delete(set);
        };
    }, []);
    return current;
}

function join(): void {
    post({kind: 'join', cursor, token});
}

function post(message: Parameters<Link['post']>[0]): void {
    void link?.then(
        open => open.post(message),
        () => {},
    );
}

function receive(message: ToTab): void {
    if (message.kind === 'state') {
        state = message.state;
        watchers.forEach(watcher => watcher(state));
    } else if (message.kind === 'missed') {
        subscriptions.forEach(subscription => subscription.missed());
    } else {
        cursor = message.changes.at(-1)?.cursor ?? cursor;
        subscriptions.forEach(subscription => subscription.changed(message.changes));
    }
}
