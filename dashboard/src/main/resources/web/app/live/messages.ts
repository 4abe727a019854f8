import type {Change} from './change.ts';

/** What the connection to the register does. */
export type Phase =
    /** No connection yet. */
    | 'connecting'
    /** Each change arrives at once. */
    | 'live'
    /** Changes arrive that the register learned some time ago. */
    | 'behind'
    /** The connection broke. The next one resumes without a gap. */
    | 'reconnecting'
    /** The register wants a login. */
    | 'refused';

export interface LiveState {
    phase: Phase;
    /** When the register learned of the newest change that arrived: an instant. */
    newest?: string;
}

/** From a tab to the hub. */
export type ToHub =
    /** The cursor of a read of this tab: it wants every change after it. */
    | {kind: 'join'; cursor: string; token?: string}
    /** Somebody looks: connect now, if the hub waits before it reconnects. null: forget the token. */
    | {kind: 'wake'; token?: string | null | undefined}
    | {kind: 'leave'};

/** From the hub to a tab. */
export type ToTab =
    | {kind: 'state'; state: LiveState}
    | {kind: 'changes'; changes: Change[]}
    /** The hub cannot say what changed. The tab must read everything again that it shows. */
    | {kind: 'missed'};
