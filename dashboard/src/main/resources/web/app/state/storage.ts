/** What this browser remembers of the reader. In a frame of another site a browser can forbid that; then it remembers nothing. */
export function remembered(key: string): string | null {
    try {
        return localStorage.getItem(key);
    } catch {
        return null;
    }
}

export function remember(key: string, value: string): void {
    try {
        localStorage.setItem(key, value);
    } catch {
        // The choice lasts as long as the page.
    }
}
