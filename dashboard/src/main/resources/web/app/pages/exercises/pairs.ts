import type {PairItem} from './types.ts';

/** A party of the matrix, with the number of exercises that it shares with each other party. */
export interface MatrixParty {
    code: string;
    name: string;
    /** The sum over its pairs, for the order of rows. */
    weight: number;
}

export interface Matrix {
    parties: MatrixParty[];
    /** The largest number of a pair, for the scale of colours. */
    largest: number;
    cell(row: string, column: string): PairItem | undefined;
}

/** The parties of the pairs, those with the most common exercises first. Each pair has two cells. */
export function matrixOf(pairs: readonly PairItem[]): Matrix {
    const parties = new Map<string, MatrixParty>();
    const byKey = new Map(pairs.map(pair => [pairKey(pair.party, pair.with), pair]));
    for (const pair of pairs) {
        for (const [code, name] of [
            [pair.party, pair.name],
            [pair.with, pair.withName],
        ] as const) {
            const party = parties.get(code) ?? {code, name, weight: 0};
            parties.set(code, {...party, weight: party.weight + numberOf(pair)});
        }
    }
    return {
        parties: [...parties.values()].sort((a, b) => b.weight - a.weight || a.name.localeCompare(b.name)),
        largest: Math.max(1, ...pairs.map(numberOf)),
        cell: (row, column) => byKey.get(pairKey(row, column)),
    };
}

/** The same key for both orders of a pair. */
export function pairKey(one: string, other: string): string {
    return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** Certain and possible ones. */
export function numberOf(pair: PairItem): number {
    return pair.exercises + pair.possible;
}

/** The other party of a pair. */
export interface Partner {
    pair: PairItem;
    code: string;
    name: string;
}

/** The other parties of the pairs of one party, those with the most common exercises first. */
export function partnersOf(pairs: readonly PairItem[], party: string): Partner[] {
    return pairs
        .filter(pair => pair.party === party || pair.with === party)
        .map(pair =>
            pair.party === party
                ? {pair, code: pair.with, name: pair.withName}
                : {pair, code: pair.party, name: pair.name},
        )
        .sort((a, b) => numberOf(b.pair) - numberOf(a.pair) || a.name.localeCompare(b.name));
}
