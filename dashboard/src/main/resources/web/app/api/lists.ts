import {read, type Answer} from './cache.ts';
import {Problem} from './problem.ts';
import type {ListPage} from './types.ts';

/** The interface gives no larger pages. */
const LARGEST_PAGE = 1000;

/** Reads a list page by page. Throws Problem. */
export async function readPages<T>(url: string): Promise<Answer<T[]>> {
    const pages = url + (url.includes('?') ? '&' : '?') + `limit=${LARGEST_PAGE}`;
    const first = await read<ListPage<T>>(pages);
    const items = [...first.data.items];
    for (let next = first.data.next; next; ) {
        const page: Answer<ListPage<T>> = await read(`${pages}&after=${encodeURIComponent(next)}`);
        items.push(...page.data.items);
        next = page.data.next;
    }
    return {data: items, etag: null, cursor: first.cursor};
}

/**
 * Reads a list by one request. The gateway writes some complete lists at once, and refuses more of them; then by pages. Throws
 * Problem.
 */
export async function readWhole<T>(url: string): Promise<Answer<T[]>> {
    const [path = '', query = ''] = url.split('?');
    try {
        return await read<T[]>(`${path}.ndjson?${query}`);
    } catch (problem) {
        if (problem instanceof Problem && problem.status === 503 && !problem.isOutage) {
            return readPages(url);
        }
        throw problem;
    }
}
