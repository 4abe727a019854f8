import {useEffect, useState} from 'preact/hooks';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 10_000;

let lost = false;
const listeners = new Set<() => void>();

/** Whether the gateway answers. */
export function isLost(): boolean {
    return lost;
}

/** Says that a request got no answer. Asks again until there is one, and then calls the listeners. */
export function reportLoss(): void {
    if (!lost) {
        lost = true;
        notify();
        retry(FIRST_RETRY_MS);
    }
}

export function onConnectionChange(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

export function useConnection(): {lost: boolean} {
    const [state, setState] = useState(lost);
    useEffect(() => onConnectionChange(() => setState(lost)), []);
    return {lost: state};
}

function notify(): void {
    [...listeners].forEach(listener => listener());
}

function retry(delay: number): void {
    setTimeout(async () => {
        if (await answers()) {
            lost = false;
            notify();
        } else {
            retry(Math.min(delay * 2, LONGEST_RETRY_MS));
        }
    }, delay);
}

async function answers(): Promise<boolean> {
    try {
        return (await fetch('/api/session', {cache: 'no-store'})).ok;
    } catch {
        return false;
    }
}
