import type {Parameters} from './address.ts';
import {useWholeList, type Read} from './client.ts';
import type {TimelineItem} from './types.ts';

const FIELDS = [
    'organization',
    'organizationName',
    'party',
    'name',
    'status',
    'candidacy',
    'since',
    'until',
    'opened',
    'closed',
    'disputed',
    'founding',
    'coveredUntil',
] as const;

/**
 * All spans of an organisation or a party.
 *
 * @param of the path of either
 */
export function useTimeline(of: string, parameters: Parameters = {}): Read<TimelineItem[]> {
    return useWholeList<TimelineItem, (typeof FIELDS)[number]>(`${of}/timeline`, FIELDS, {on: undefined, ...parameters});
}
