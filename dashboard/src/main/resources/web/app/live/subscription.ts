import type {Change} from './change.ts';

const BETWEEN_CALLS_MILLIS = 1_000;

/** Collects the changes for one callback, and calls it at most once a second, and only while the page is visible. */
export class Subscription {
    readonly #wants: (change: Change) => boolean;
    readonly #callback: (changes: readonly Change[]) => void;
    #waiting: Change[] = [];
    #missed = false;
    #lastCall = 0;
    #timer?: ReturnType<typeof setTimeout>;

    constructor(wants: (change: Change) => boolean, callback: (changes: readonly Change[]) => void) {
        this.#wants = wants;
        this.#callback = callback;
    }

    changed(changes: readonly Change[]): void {
        this.#waiting.push(...changes.filter(this.#wants));
        this.#callSoon();
    }

    missed(): void {
        this.#missed = true;
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
        const changes = this.#missed ? [] : this.#waiting;
        this.#timer = undefined;
        this.#missed = false;
        this.#waiting = [];
        this.#lastCall = Date.now();
        this.#callback(changes);
    };
}
