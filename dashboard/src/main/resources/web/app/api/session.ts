import {useEffect, useState} from 'preact/hooks';
import {call, failure, jsonOf} from './cache.ts';
import {isLost, onConnectionChange} from './connection.ts';

export interface Session {
    authenticated: boolean;
    subject?: string | null;
    name?: string | null;
    roles: string[];
    expires?: string | null;
    csrfToken?: string | null;
    /** Where a browser logs in. Absent if it cannot. */
    login?: string | null;
}

const NOBODY: Session = {authenticated: false, roles: []};
let last = NOBODY;
let current: Promise<Session> | undefined;
let asked = 0;
const listeners = new Set<() => void>();

onConnectionChange(() => isLost() || renewSession());

/** Who is logged in, or whose token was pasted. While the gateway is gone, that is who it was before. */
export function session(): Promise<Session> {
    current ??= ask();
    return current;
}

/** Asks again: after a login, a logout, or a pasted token. */
export function renewSession(): void {
    current = undefined;
    listeners.forEach(listener => listener());
}

export function useSession(): Session {
    const [state, setState] = useState(last);
    useEffect(() => {
        const update = () => void session().then(setState);
        update();
        listeners.add(update);
        return () => void listeners.delete(update);
    }, []);
    return state;
}

/** An older answer that arrives after a newer one changes nothing. */
async function ask(): Promise<Session> {
    const number = ++asked;
    const answer = await answered();
    if (number === asked) {
        last = answer ?? last;
        current = answer && current;
    }
    return last;
}

/** undefined: the gateway is gone, so it is unknown who is logged in. */
async function answered(): Promise<Session | undefined> {
    try {
        const response = await call('/api/session', {cache: 'no-store'});
        if (response.status >= 500) {
            throw await failure(response);
        }
        return response.ok ? await jsonOf<Session>(response) : NOBODY;
    } catch {
        return undefined;
    }
}
