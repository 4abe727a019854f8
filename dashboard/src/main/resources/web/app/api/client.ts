import {useEffect, useRef, useState} from 'preact/hooks';
import {useView} from '../state/view.ts';
import {readAddress, type Parameters} from './address.ts';
import {call, jsonIfAny, outdateReads, read, type Answer} from './cache.ts';
import {isLost, onConnectionChange} from './connection.ts';
import {readPages, readWhole} from './lists.ts';
import {Problem} from './problem.ts';
import {concerns, onRefresh} from './refresh.ts';
import {renewSession, session, type Session} from './session.ts';

export {Problem} from './problem.ts';

export interface Read<T> {
    data?: T | undefined;
    problem?: Problem | undefined;
    loading: boolean;
    /** The position in the change log; streaming from it misses nothing. */
    cursor?: string | undefined;
    reload(): void;
}

interface State<T> {
    url: string | null;
    data?: T | undefined;
    problem?: Problem | undefined;
    cursor?: string | undefined;
    loading: boolean;
}

type Loader<T> = (url: string) => Promise<Answer<T>>;

/**
 * Reads a path of the interface as of the view, and again after a change of its subject or a lost connection. Old data stay
 * while newer are loading.
 *
 * @param path null reads nothing
 */
export function useRead<T>(path: string | null, parameters: Parameters = {}): Read<T> {
    return useLoaded<T>(path, parameters, read);
}

/** Reads a list with all its pages. */
export function useList<T>(path: string | null, parameters: Parameters = {}): Read<T[]> {
    return useLoaded<T[]>(path, parameters, readPages);
}

/**
 * Reads a complete list by one request.
 *
 * @param fields of each item; the answer has no others
 */
export function useWholeList<T, Field extends keyof T & string>(
    path: string | null,
    fields: readonly Field[],
    parameters: Parameters = {},
): Read<Pick<T, Field>[]> {
    return useLoaded<Pick<T, Field>[]>(path, {fields: fields.join(), ...parameters}, readWhole);
}

function useLoaded<T>(path: string | null, parameters: Parameters, loader: Loader<T>): Read<T> {
    const [view] = useView();
    const url = path === null ? null : readAddress(path, parameters, view);
    const [state, setState] = useState<State<T>>({url: null, loading: url !== null});
    const wanted = useRef(url);
    wanted.current = url;
    const load = async () => {
        if (url === null) {
            return;
        }
        setState(old => ({...old, loading: true}));
        const next = await answer(url, loader);
        if (wanted.current === url) {
            setState(old => ({...old, ...(next.problem && old.url !== url ? NO_DATA : {}), ...next}));
        }
    };
    useEffect(() => void load(), [url]);
    useEffect(() => reloadWhenNeeded(path, load), [url]);
    return {...shown(state, url), reload: () => void load()};
}

/** After a problem, data of the same URL stay. Those of another day would be wrong. */
const NO_DATA = {data: undefined, cursor: undefined};

async function answer<T>(url: string, loader: Loader<T>): Promise<State<T>> {
    try {
        const {data, cursor} = await loader(url);
        return {url, data, cursor, problem: undefined, loading: false};
    } catch (problem) {
        if (problem instanceof Problem) {
            return {url, problem, loading: false};
        }
        throw problem;
    }
}

function reloadWhenNeeded(path: string | null, load: () => Promise<void>): () => void {
    const stops = [
        onRefresh(subject => path !== null && concerns(path, subject) && void load()),
        onConnectionChange(() => !isLost() && void load()),
    ];
    return () => stops.forEach(stop => stop());
}

/** Data of another path are not data of this one. */
function shown<T>(state: State<T>, url: string | null): Omit<Read<T>, 'reload'> {
    const same = url !== null && state.url?.split('?')[0] === url.split('?')[0];
    return {
        data: same ? state.data : undefined,
        problem: same ? state.problem : undefined,
        loading: url !== null && (state.loading || state.url !== url),
        cursor: same ? state.cursor : undefined,
    };
}

export interface Sent<T> {
    data: T;
    location?: string | undefined;
    version?: string | undefined;
}

interface Command {
    method: string;
    path: string;
    body: unknown;
    headers: Record<string, string>;
}

/**
 * Sends a command. Throws Problem.
 *
 * @param body sent as JSON, unless it is a Blob or FormData
 */
export async function send<T>(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
): Promise<Sent<T>> {
    const command = {method, path, body, headers};
    const sender = await session();
    try {
        return await sendOnce(command, sender);
    } catch (problem) {
        const renewed = problem instanceof Problem && problem.isCsrf ? await sessionOfNow() : undefined;
        // After a login as somebody else, nothing is sent in their name.
        if (!renewed || renewed.subject !== sender.subject) {
            throw problem;
        }
        return await sendOnce(command, renewed);
    }
}

/** A login in another tab has made a new session, with another CSRF token. */
function sessionOfNow(): Promise<Session> {
    renewSession();
    return session();
}

async function sendOnce<T>({method, path, body, headers}: Command, {csrfToken}: Session): Promise<Sent<T>> {
    const raw = body instanceof Blob || body instanceof FormData;
    const sent = new Headers(raw ? headers : {'Content-Type': 'application/json', ...headers});
    if (csrfToken) {
        sent.set('X-CSRF-Token', csrfToken);
    }
    const response = await call(path, {method, headers: sent, body: raw ? body : JSON.stringify(body)});
    if (!response.ok) {
        throw await Problem.of(response);
    }
    outdateReads();
    return {
        data: (await jsonIfAny<T>(response)) as T,
        location: response.headers.get('Location') ?? undefined,
        version: response.headers.get('Depositary-Version') ?? undefined,
    };
}
