import {isEmbedded} from '../state/embedded.ts';

const KEY = 'depositary.token';
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a bearer token may be pasted: only on the machine itself. Elsewhere a browser logs in. */
export function mayPasteToken(): boolean {
    return LOOPBACK.has(location.hostname);
}

/** The pasted token of this tab. */
export function pastedToken(): string | null {
    return mayPasteToken() && !isEmbedded ? sessionStorage.getItem(KEY) : null;
}

export function pasteToken(token: string | null): void {
    if (token) {
        sessionStorage.setItem(KEY, token);
    } else {
        sessionStorage.removeItem(KEY);
    }
}
