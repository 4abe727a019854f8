import {readAddress, type Parameters} from '../../api/address.ts';
import type {View} from '../../state/url.ts';

export const KINDS = ['exercise', 'rescue-exercise', 'operation', 'observation-mission'] as const;

/** The most exercises that one page shows. */
export const LIMIT = 500;

/** What the list and the map show of an exercise. */
export const FIELDS =
    'id,url,label,kind,dates,organizations,phases,strength,disputed,' +
    'participants.party,participants.members-of,participants.name,participants.members';

/** The parameters of every read that selects exercises. The as-of day selects none: it moves through them on the map. */
export function exerciseParameters(view: View): Parameters {
    const {party, organization, kind, series} = view.filters;
    return {on: undefined, from: view.from, to: view.to, party, organization, kind, series};
}

/** The address of the same rows as CSV. */
export function csvAddress(path: string, view: View, more: Parameters = {}): string {
    return readAddress(`${path}.csv`, {...exerciseParameters(view), ...more}, view);
}
