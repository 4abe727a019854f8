import type {Change} from './change.ts';
import type {Phase} from './messages.ts';
import {type SseBlock, SseParser} from './sse.ts';

export interface StreamListener {
    changed(change: Change): void;
    /** The stream continues from another position. Changes before it can be missing. */
    reset(cursor: string): void;
    phase(phase: Phase): void;
    /** Nothing else waits: the stream has sent all changes. */
    idle(): void;
}

const PATH = '/api/changes/stream';
/** The gateway writes something every 15 seconds. Without it, the connection is dead. */
const SILENCE_MILLIS = 40_000;
const LONGEST_PAUSE_MILLIS = 15_000;
const LOGIN_PAUSE_MILLIS = 60_000;

/** Follows the changes of the register for ever: reconnects, and resumes from the last cursor. */
export class ChangeStream {
    /** For reads that need a token, where no session exists. */
    token?: string;
    readonly #listener: StreamListener;
    #cursor: string;
    #pauseMillis = 1_000;
    #failures = 0;
    #endPause?: () => void;
    #connection?: AbortController;

    constructor(cursor: string, token: string | undefined, listener: StreamListener) {
        this.#cursor = cursor;
        this.token = token;
        this.#listener = listener;
        void this.#follow();
    }

    /** Connects now if the stream waits before its next connection. */
    wake(): void {
        this.#endPause?.();
    }

    /** Ends the connection that the token opened. */
    forgetToken(): void {
        if (this.token) {
            this.token = undefined;
            this.#connection?.abort();
        }
    }

    async #follow(): Promise<never> {
        for (;;) {
            const pause = await this.#connect();
            await new Promise<void>(resolve => {
                const timer = setTimeout(resolve, pause);
                this.#endPause = () => {
                    clearTimeout(timer);
                    resolve();
                };
            });
            this.#endPause = undefined;
        }
    }

    /** Reads one connection to its end. Returns the milliseconds to wait before the next one. */
    async #connect(): Promise<number> {
        const stop = new AbortController();
        this.#connection = stop;
        try {
            const response = await endedBySilence(
                stop,
                fetch(PATH, {headers: this.#headers(), cache: 'no-store', signal: stop.signal}),
            );
            if (!response.ok || !response.body) {
                return this.#refused(response);
            }
            this.#failures = 0;
            this.#listener.phase('live');
            await this.#read(response.body, stop);
            this.#listener.phase('reconnecting');
            return this.#pauseMillis;
        } catch {
            this.#listener.phase('reconnecting');
            return this.#backOff();
        }
    }

    #headers(): Record<string, string> {
        const headers: Record<string, string> = {Accept: 'text/event-stream', 'Last-Event-ID': this.#cursor};
        if (this.token) {
            headers.Authorization = `Bearer ${this.token}`;
        }
        return headers;
    }

    async #read(body: ReadableStream<Uint8Array>, stop: AbortController): Promise<void> {
        const reader = body
            .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
            .getReader();
        const parser = new SseParser();
        for (;;) {
            const {done, value} = await endedBySilence(stop, reader.read());
            if (done) {
                return;
            }
            parser.push(value).forEach(block => this.#dispatch(block));
        }
    }

    #dispatch(block: SseBlock): void {
        this.#pauseMillis = block.retry ?? this.#pauseMillis;
        if (block.id) {
            this.#cursor = block.id;
        }
        if (block.event === 'change') {
            this.#listener.changed(JSON.parse(block.data) as Change);
        } else if (block.event === 'reset') {
            this.#listener.reset(this.#cursor);
        } else if (block.event === 'message' && block.data === '') {
            this.#listener.idle();
        }
    }

    #refused(response: Response): number {
        void response.body?.cancel();
        const login = response.status === 401 || response.status === 403;
        this.#listener.phase(login ? 'refused' : 'reconnecting');
        const seconds = Number(response.headers.get('Retry-After'));
        return login ? LOGIN_PAUSE_MILLIS : Math.max(this.#backOff(), seconds > 0 ? seconds * 1_000 : 0);
    }

    /** Doubles with each failure. The random part keeps browsers from reconnecting all at once. */
    #backOff(): number {
        const millis = Math.min(LONGEST_PAUSE_MILLIS, 500 * 2 ** this.#failures++);
        return millis / 2 + (Math.random() * millis) / 2;
    }
}

function endedBySilence<T>(connection: AbortController, next: Promise<T>): Promise<T> {
    const silence = setTimeout(() => connection.abort(), SILENCE_MILLIS);
    return next.finally(() => clearTimeout(silence));
}
