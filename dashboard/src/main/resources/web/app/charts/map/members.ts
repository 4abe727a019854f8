import type {Member} from '../../api/types.ts';
import {assignLands, type Successors} from './lands.ts';
import type {NamedRow} from './MapNotes.tsx';
import type {World} from './world.ts';

export interface PlacedMember {
    member: Member;
    /** Codes of lands. Empty: nothing on the map stands for this party, an organisation for example. */
    lands: string[];
    /** A former state, on the land of its successors. */
    isFormer: boolean;
}

export function placeMembers(members: readonly Member[], world: World, successors: Successors): PlacedMember[] {
    const owners = [
        ...assignLands(
            members.map(({party}) => party),
            world,
            successors,
        ),
    ];
    return members.map(member => ({
        member,
        lands: owners.filter(([, party]) => party === member.party).map(([land]) => land),
        isFormer: !world.has(member.party),
    }));
}

/** A party without a status is shown by its candidacy. */
export function toneOf({status, candidacy}: Member): string {
    return status === 'none' ? (candidacy ?? 'none') : status;
}

/** The fact by which a party has what the map shows. */
export function factOf({status, change, candidacyChange}: Member): string {
    return status === 'none' ? (candidacyChange ?? change) : change;
}

export function named(placed: readonly PlacedMember[]): NamedRow[] {
    return placed.map(({member: {party, name}}) => ({row: party, name}));
}
