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
/** What arrived since the reader paused. Undefined while nothing is paused. */
let paused: ToTab[] | undefined;
const pauseWatchers = new Set<() => void>();
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

/** Stops or continues the updates of this page. Changes that arrive meanwhile wait. */
export function pauseLive(pause: boolean): void {
    const waiting = paused ?? [];
    paused = pause ? waiting : undefined;
    if (!pause) {
        waiting.forEach(receive);
    }
    pauseWatchers.forEach(watcher => watcher());
}

/** Whether the reader paused the updates, and how many changes wait; no count if some were missed. */
export function useWaiting(): {isPaused: boolean; count?: number} {
    const [, redraw] = useState(0);
    useEffect(() => {
        const watcher = () => redraw(times => times + 1);
        pauseWatchers.add(watcher);
        return () => {
            pauseWatchers.delete(watcher);
        };
    }, []);
    const waiting = paused ?? [];
    const count = waiting.reduce((sum, each) => sum + (each.kind === 'changes' ? each.changes.length : 0), 0);
    return {isPaused: paused !== undefined, count: waiting.some(each => each.kind === 'missed') ? undefined : count};
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
    } else if (paused) {
        keep(paused, message);
    } else if (message.kind === 'missed') {
        subscriptions.forEach(subscription => subscription.missed());
    } else {
        cursor = message.changes.at(-1)?.cursor ?? cursor;
        subscriptions.forEach(subscription => subscription.changed(message.changes));
    }
}

/** So many batches wait while the page is paused. With more, everything is read again. */
const MOST_WAITING = 200;

function keep(waiting: ToTab[], message: ToTab): void {
    waiting.push(message);
    if (waiting.length > MOST_WAITING) {
        waiting.splice(0, waiting.length, {kind: 'missed'});
    }
    pauseWatchers.forEach(watcher => watcher());
}
