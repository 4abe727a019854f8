import {useEffect, useState} from 'preact/hooks';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 10_000;

let lost = false;
let pause = FIRST_RETRY_MS;
let foundAt = 0;
const listeners = new Set<() => void>();

/** Whether the gateway answers. */
export function isLost(): boolean {
    return lost;
}

/** Says that a request got no answer. Asks again until there is one, and then calls the listeners. */
export function reportLoss(): void {
    if (!lost) {
        lost = true;
        // The gateway can answer while reads fail. Then each round waits longer, too.
        pause = Date.now() - foundAt < LONGEST_RETRY_MS ? longer(pause) : FIRST_RETRY_MS;
        notify();
        retry();
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

function retry(): void {
    setTimeout(async () => {
        if (await answers()) {
            lost = false;
            foundAt = Date.now();
            notify();
        } else {
            pause = longer(pause);
            retry();
        }
    }, pause);
}

function longer(millis: number): number {
    return Math.min(millis * 2, LONGEST_RETRY_MS);
}

/** A session that has ended is an answer too. */
async function answers(): Promise<boolean> {
    try {
        return (await fetch('/api/session', {cache: 'no-store'})).status < 500;
    } catch {
        return false;
    }
}
