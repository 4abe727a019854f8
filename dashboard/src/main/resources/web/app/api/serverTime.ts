const SECOND_MS = 1_000;

let newest = 0;

/** Keeps the time of a response, by the clock of the register. */
export function noteTime(response: Pick<Response, 'headers'>): void {
    const time = Date.parse(response.headers.get('Date') ?? '');
    newest = Math.max(newest, Number.isNaN(time) ? 0 : time);
}

/**
 * The time until which this page shows what the register knows, in milliseconds: that of the newest response. The clock of
 * the reader can be wrong, and counts only if no response had a time.
 */
export function seenUntil(): number {
    // A response tells whole seconds, and can have facts of the rest of its second.
    return newest > 0 ? newest + SECOND_MS : Date.now();
}
