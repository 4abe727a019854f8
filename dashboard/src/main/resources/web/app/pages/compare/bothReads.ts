import type {Read} from '../../api/client.ts';

/** Two reads as one: it has data when both have, and the first problem of either. */
export function bothReads<L, R>(left: Read<L>, right: Read<R>): Read<[L, R]> {
    return {
        data: left.data !== undefined && right.data !== undefined ? [left.data, right.data] : undefined,
        problem: left.problem ?? right.problem,
        loading: left.loading || right.loading,
        reload: () => {
            left.reload();
            right.reload();
        },
    };
}
