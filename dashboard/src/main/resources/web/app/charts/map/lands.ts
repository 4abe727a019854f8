import type {World} from './world.ts';

/** The successors of former states: code → codes, as `/api/parties/{code}` lists them. */
export type Successors = ReadonlyMap<string, readonly string[]>;

/** Codes of lands: the party's own land, or that of the states that succeeded it. */
export function landsOf(party: string, world: World, successors: Successors, seen = new Set<string>()): string[] {
    if (world.has(party)) {
        return [party];
    }
    if (seen.has(party)) {
        return [];
    }
    seen.add(party);
    const lands = (successors.get(party) ?? []).flatMap(next => landsOf(next, world, successors, seen));
    return [...new Set(lands)];
}

/**
 * Assigns each land to one party. A party on its own land comes before a former state on the land of its successors.
 * Parties without land are left out.
 */
export function assignLands(parties: readonly string[], world: World, successors: Successors): Map<string, string> {
    const owners = new Map<string, string>();
    for (const party of parties.filter(code => !world.has(code))) {
        landsOf(party, world, successors).forEach(land => owners.set(land, party));
    }
    parties.filter(code => world.has(code)).forEach(code => owners.set(code, code));
    return owners;
}

/** The parties whose successors are needed to draw them. Slugs of organisations have no land. */
export function formerStates(parties: readonly string[], world: World): string[] {
    return parties.filter(code => !world.has(code) && /^([A-Z]{4}|cow:\d+)$/.test(code));
}
