import {useEffect} from 'preact/hooks';
import {useRead, type Problem, type Read} from '../../../api/client.ts';
import {refreshReads} from '../../../api/refresh.ts';
import type {ListPage} from '../../../api/types.ts';
import {arranged} from './arrange.ts';
import type {Import, Kind, ListedImport} from './types.ts';

const POLL_MS = 5_000;
const HELD = {status: 'held', limit: '100'};

export interface Imports {
    items: ListedImport[];
    /** Whether older imports exist. */
    more: boolean;
    /** Whether both kinds were read: only then nothing is missing. */
    complete: boolean;
    loading: boolean;
    /** Why a kind is missing. */
    problem?: Problem | undefined;
}

/** The imports of both kinds: the held ones, and the newest of the others. Read again while one is running. */
export function useImports(limit: number): Imports {
    const held = useHeldImports();
    const recent = useBothKinds({limit: String(limit)});
    const items = arranged(held.items, recent.items, limit);
    const isRunning = items.some(each => each.status === 'running');
    useEffect(() => {
        if (!isRunning) {
            return undefined;
        }
        const timer = setInterval(refreshImports, POLL_MS);
        return () => clearInterval(timer);
    }, [isRunning]);
    return {
        items,
        more: recent.more || recent.items.length > limit,
        complete: held.complete && recent.complete,
        loading: held.loading || recent.loading,
        problem: held.problem ?? recent.problem,
    };
}

export function useHeldImports(): Imports {
    return useBothKinds(HELD);
}

/** After a decision or an upload: everything that shows imports reads them again. */
export function refreshImports(): void {
    refreshReads({organizations: [], parties: [], facts: [], lists: ['imports']});
}

function useBothKinds(parameters: Record<string, string>): Imports {
    const memberships = useRead<ListPage<Import>>('/api/imports/memberships', parameters);
    const exercises = useRead<ListPage<Import>>('/api/imports/exercises', parameters);
    return {
        items: [...ofKind('memberships', memberships), ...ofKind('exercises', exercises)],
        more: Boolean(memberships.data?.next ?? exercises.data?.next),
        complete: Boolean(memberships.data && exercises.data),
        loading: memberships.loading || exercises.loading,
        problem: memberships.problem ?? exercises.problem,
    };
}

function ofKind(kind: Kind, list: Read<ListPage<Import>>): ListedImport[] {
    return (list.data?.items ?? []).map(each => ({...each, kind}));
}
