import type {ListedImport} from './types.ts';

/**
 * Held imports first, because they wait for a decision. Then the others, the newest first. The ids of both kinds are in the
 * order of time.
 *
 * @param recent the newest imports, which can have held ones too
 * @param limit of the others
 */
export function arranged(held: ListedImport[], recent: ListedImport[], limit: number): ListedImport[] {
    const all = [...new Map([...held, ...recent].map(each => [each.id, each])).values()];
    const newest = all.sort((a, b) => (a.id < b.id ? 1 : -1));
    const others = newest.filter(each => each.status !== 'held');
    return [...newest.filter(each => each.status === 'held'), ...others.slice(0, limit)];
}
