import {useEffect, useState} from 'preact/hooks';
import {read} from '../../api/cache.ts';
import type {PartyDetail} from '../../api/types.ts';
import {formerStates, type Successors} from './lands.ts';
import type {World} from './world.ts';

const known = new Map<string, readonly string[]>();

/** The successors of the former states among the parties, and of those in turn. It grows while they are read. */
export function useSuccessors(parties: readonly string[], world: World | undefined): Successors {
    const [successors, setSuccessors] = useState<Successors>(known);
    const wanted = world ? formerStates(parties, world).join(' ') : '';
    useEffect(() => {
        let shown = true;
        if (world && wanted) {
            void readAll(wanted.split(' '), world).then(() => shown && setSuccessors(new Map(known)));
        }
        return () => {
            shown = false;
        };
    }, [wanted, world]);
    return successors;
}

async function readAll(parties: readonly string[], world: World): Promise<void> {
    const missing = parties.filter(code => !known.has(code));
    const found = await Promise.all(missing.map(readSuccessors));
    const next = formerStates(found.flat(), world);
    if (next.length > 0) {
        await readAll(next, world);
    }
}

/** A party that cannot be read has no successors until the page is opened again. */
async function readSuccessors(party: string): Promise<readonly string[]> {
    const {data} = await read<Pick<PartyDetail, 'successors'>>(`/api/parties/${party}?fields=successors`);
    known.set(party, data.successors);
    return data.successors;
}
