import type {Member} from '../../api/types.ts';
import {isDay} from '../../state/url.ts';

/** One side of a comparison: an organisation on a day. An empty day is the as-of day of the page. */
export interface Side {
    organization: string;
    on: string;
}

/** Reads `sco@2001-06-15`. */
export function parseSide(text: string | undefined): Side {
    const [organization = '', on = ''] = (text ?? '').split('@');
    return {organization, on: isDay(on) ? on : ''};
}

export function formatSide({organization, on}: Side): string {
    return on ? `${organization}@${on}` : organization;
}

export type Difference = 'only-left' | 'only-right' | 'changed' | 'same';

export interface ComparedParty {
    party: string;
    name: string;
    left: Member | undefined;
    right: Member | undefined;
    difference: Difference;
}

const ORDER: Difference[] = ['only-left', 'only-right', 'changed', 'same'];

/** One row for each party of either side. What differs comes first. */
export function compareMembers(left: readonly Member[], right: readonly Member[]): ComparedParty[] {
    const [ofLeft, ofRight] = [left, right].map(members => new Map(members.map(member => [member.party, member])));
    const parties = new Map([...left, ...right].map(({party, name}) => [party, name]));
    return [...parties]
        .map(([party, name]) => ({party, name, ...pair(ofLeft!.get(party), ofRight!.get(party))}))
        .sort((a, b) => ORDER.indexOf(a.difference) - ORDER.indexOf(b.difference) || a.name.localeCompare(b.name));
}

function pair(left: Member | undefined, right: Member | undefined) {
    return {left, right, difference: differenceOf(left, right)};
}

function differenceOf(left: Member | undefined, right: Member | undefined): Difference {
    if (!left || !right) {
        return left ? 'only-left' : 'only-right';
    }
    const states = [left, right].map(({status, candidacy, certainty}) => [status, candidacy, certainty].join(' '));
    return states[0] === states[1] ? 'same' : 'changed';
}

/** How many members a side has by status, and how many of them are only possible. */
export function countByStatus(members: readonly Member[]): {status: string; certain: number; possible: number}[] {
    const statuses = [...new Set(members.map(({status}) => status))];
    return statuses.map(status => {
        const those = members.filter(member => member.status === status);
        const certain = those.filter(({certainty}) => certainty === 'certain').length;
        return {status, certain, possible: those.length - certain};
    });
}
