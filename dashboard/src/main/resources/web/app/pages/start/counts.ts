import type {Member} from '../../api/types.ts';

/** How many parties have which status in one organisation. */
export interface Counts {
    members: number;
    observers: number;
    others: number;
}

export const NOBODY: Counts = {members: 0, observers: 0, others: 0};

/** Parties that only have a candidacy are not counted. */
export function countStandings(members: Pick<Member, 'organization' | 'status'>[]): Map<string, Counts> {
    const counts = new Map<string, Counts>();
    for (const {organization, status} of members) {
        const found = counts.get(organization) ?? {...NOBODY};
        if (status === 'member') {
            found.members++;
        } else if (status === 'observer') {
            found.observers++;
        } else if (status !== 'none') {
            found.others++;
        }
        counts.set(organization, found);
    }
    return counts;
}
