import type {Change} from './change.ts';

const BETWEEN_CALLS_MILLIS = 1_000;
/** A hidden page that misses more of them reads everything again. */
const MOST_WAITING = 500;

/** Collects the changes for one callback, and calls it at most once a second, and only while the page is visible. */
export class Subscription {
    readonly #callback: (changes: readonly Change[]) => void;
    #waiting: Change[] = [];
    #missed = false;
    #lastCall = 0;
    #timer?: ReturnType<typeof setTimeout>;

    constructor(callback: (changes: readonly Change[]) => void) {
        this.#callback = callback;
    }

    changed(changes: readonly Change[]): void {
        if (this.#missed || this.#waiting.length + changes.length > MOST_WAITING) {
            this.missed();
            return;
        }
        this.#waiting.push(...changes);
        this.#callSoon();
    }

    missed(): void {
        this.#missed = true;
        this.#waiting = [];
        this.#callSoon();
    }

    end(): void {
        clearTimeout(this.#timer);
        this.#timer = undefined;
        document.removeEventListener('visibilitychange', this.#whenVisible);
    }

    #callSoon(): void {
        if (this.#timer === undefined && (this.#missed || this.#waiting.length > 0)) {
            this.#timer = setTimeout(
                this.#whenVisible,
                Math.max(0, this.#lastCall + BETWEEN_CALLS_MILLIS - Date.now()),
            );
        }
    }

    readonly #whenVisible = (): void => {
        document.removeEventListener('visibilitychange', this.#whenVisible);
        if (document.hidden) {
            document.addEventListener('visibilitychange', this.#whenVisible);
            return;
        }
        const changes = this.#waiting;
        this.#timer = undefined;
        this.#missed = false;
        this.#waiting = [];
        this.#lastCall = Date.now();
        this.#callback(changes);
    };
}
