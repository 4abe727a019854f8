import type {Change} from './change.ts';
import type {LiveState, Phase, ToHub, ToTab} from './messages.ts';
import {ChangeStream, type StreamListener} from './stream.ts';

/** The URL of this module, from which a `SharedWorker` runs it. */
export const address = import.meta.url;

/** A tab, as the hub sees it. */
export interface Tab {
    post(message: ToTab): void;
}

const KEPT_CHANGES = 500;
const BATCH_MILLIS = 100;
/** A change that is older on arrival means that the stream is behind. */
const BEHIND_MILLIS = 10_000;
const QUIET_MILLIS = 2_000;

/** Holds the only stream of a browser, and passes its changes to all tabs. */
export class Hub implements StreamListener {
    readonly #tabs = new Set<Tab>();
    /** The newest changes, for tabs whose first read was before them. */
    readonly #recent: Change[] = [];
    /** The cursor before the first of them. */
    #before = '';
    #batch: Change[] = [];
    #stream?: ChangeStream;
    #state: LiveState = {phase: 'connecting'};
    #quiet?: ReturnType<typeof setTimeout>;

    receive(tab: Tab, message: ToHub): void {
        if (message.kind === 'leave') {
            this.#tabs.delete(tab);
        } else if (message.kind === 'join') {
            this.#join(tab, message.cursor, message.token);
        } else {
            this.#wake(message.token);
        }
    }

    /** A stream that the register refused takes the token of the tab that asks. Others need none. */
    #wake(token: string | null | undefined): void {
        if (token === null) {
            this.#stream?.forgetToken();
        } else if (this.#stream && token && this.#state.phase === 'refused') {
            this.#stream.token = token;
        }
        this.#stream?.wake();
    }

    #join(tab: Tab, cursor: string, token?: string): void {
        this.#flush();
        this.#tabs.add(tab);
        tab.post({kind: 'state', state: this.#state});
        if (!this.#stream) {
            this.#before = cursor;
            this.#stream = new ChangeStream(cursor, token, this);
            return;
        }
        if (this.#state.phase === 'refused') {
            this.#wake(token);
        }
        const known = this.#recent.findIndex(change => change.cursor === cursor);
        if (known < 0 && cursor !== this.#before) {
            tab.post({kind: 'missed'});
        } else if (known + 1 < this.#recent.length) {
            tab.post({kind: 'changes', changes: this.#recent.slice(known + 1)});
        }
    }

    changed(change: Change): void {
        this.#recent.push(change);
        if (this.#recent.length > KEPT_CHANGES) {
            this.#before = this.#recent.shift()?.cursor ?? '';
        }
        if (this.#batch.push(change) === 1) {
            setTimeout(() => this.#flush(), BATCH_MILLIS);
        }
        const behind = Date.now() - Date.parse(change.time) > BEHIND_MILLIS;
        this.#set({phase: behind ? 'behind' : 'live', newest: change.time});
        clearTimeout(this.#quiet);
        this.#quiet = behind ? setTimeout(() => this.idle(), QUIET_MILLIS) : undefined;
    }

    idle(): void {
        if (this.#state.phase === 'behind') {
            this.#set({...this.#state, phase: 'live'});
        }
    }

    reset(cursor: string): void {
        this.#recent.length = 0;
        this.#batch = [];
        this.#before = cursor;
        this.#send({kind: 'missed'});
    }

    phase(phase: Phase): void {
        this.#set({...this.#state, phase});
    }

    #set(state: LiveState): void {
        const before = this.#state;
        this.#state = state;
        if (before.phase !== state.phase || before.newest !== state.newest) {
            this.#send({kind: 'state', state});
        }
    }

    #flush(): void {
        if (this.#batch.length > 0) {
            const changes = this.#batch;
            this.#batch = [];
            this.#send({kind: 'changes', changes});
        }
    }

    #send(message: ToTab): void {
        this.#tabs.forEach(tab => tab.post(message));
    }
}

/** In a `SharedWorker`, this module serves the tabs that connect to it. */
function serve(scope: {onconnect: ((event: MessageEvent) => void) | null}): void {
    const hub = new Hub();
    scope.onconnect = ({ports: [port]}) => {
        const tab: Tab = {post: message => port?.postMessage(message)};
        port?.addEventListener('message', ({data}) => hub.receive(tab, data as ToHub));
        port?.start();
        port?.postMessage('ready');
    };
}

if (typeof document === 'undefined' && 'onconnect' in globalThis) {
    serve(globalThis as unknown as {onconnect: null});
}
