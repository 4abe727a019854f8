import type {ListPage} from '../../../api/types.ts';

export interface Import {
    id: string;
    status: 'running' | 'held' | 'completed' | 'failed' | 'undone';
    set: string;
    format: string;
    dryRun: boolean;
    /** Pseudonymous id of who sent the file. */
    actor: string;
    sentAt: string;
    /** Of a held import: when it was held. */
    endedAt?: string;
    covers?: string;
    /** Lines of the file. */
    rows: number;
    accepted: number;
    known: number;
    corrected: number;
    retracted: number;
    kept: number;
    /** Lines that could not be used. */
    rejected: number;
    progress: {done: number; of: number};
    held?: {retracted: number; moved: number; of: number};
    problem?: string;
    supersededBy?: string;
}

export type Kind = 'memberships' | 'exercises';

/** An import in a list, with what its list has. */
export interface ListedImport extends Import {
    kind: Kind;
}

export const OUTCOMES = ['accepted', 'known', 'corrected', 'retracted', 'kept', 'rejected'] as const;

export interface ImportOutcome {
    line?: number | null;
    outcome: (typeof OUTCOMES)[number];
    reason?: string | null;
    column?: string | null;
    organization?: string | null;
    party?: string | null;
    record?: string | null;
    fact?: string | null;
    undone: boolean;
}

export type ImportReport = ListPage<ImportOutcome>;
