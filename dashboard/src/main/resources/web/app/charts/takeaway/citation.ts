/** The times at which a chart can be seen again as it is now. */
export interface Pin {
    on: string;
    knownAt: string;
}

/** The URL of a view that stays what it is: both times are in it. */
export function pinnedUrl(url: string, pin: Pin): string {
    const pinned = new URL(url);
    pinned.searchParams.delete('open');
    pinned.searchParams.set('on', pin.on);
    pinned.searchParams.set('known-at', pin.knownAt);
    return pinned.href.replaceAll('%3A', ':');
}

/** An instant in whole seconds, not after now, so that reads accept it. */
export function instantOf(millis: number): string {
    return new Date(Math.floor(millis / 1_000) * 1_000).toISOString().replace('.000Z', 'Z');
}
