import {useEffect, useState} from 'preact/hooks';
import {call} from './cache.ts';
import {onConnectionChange} from './connection.ts';

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
let current: Promise<Session> | undefined;
const listeners = new Set<() => void>();

/** Who is logged in, or whose token was pasted. */
export function session(): Promise<Session> {
    current ??= ask();
    return current;
}

/** Asks again: after a login, a logout, or a pasted token. */
export function renewSession(): void {
    current = undefined;
    listeners.forEach(listener => listener());
}

export async function csrfToken(): Promise<string | undefined> {
    return (await session()).csrfToken ?? undefined;
}

export function useSession(): Session {
    const [state, setState] = useState(NOBODY);
    useEffect(() => {
        const update = () => void session().then(setState);
        update();
        listeners.add(update);
        const stop = onConnectionChange(renewSession);
        return () => {
            listeners.delete(update);
            stop();
        };
    }, []);
    return state;
}

async function ask(): Promise<Session> {
    try {
        const response = await call('/api/session', {cache: 'no-store'});
        return response.ok ? ((await response.json()) as Session) : NOBODY;
    } catch {
        current = undefined;
        return NOBODY;
    }
}
