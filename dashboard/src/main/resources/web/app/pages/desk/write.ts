import {call} from '../../api/cache.ts';
import {send} from '../../api/client.ts';
import {refreshReads} from '../../api/refresh.ts';
import type {Fact} from '../../api/types.ts';

/** The answer to a command. */
export interface Recorded {
    id: string;
    location: string;
    version: string;
    warnings?: string[];
}

/** The subject of a command. Open pages that show it read again. */
export interface Concern {
    organization?: string;
    party?: string;
    fact?: string;
}

/** Sends a command, waits until reads show it, and makes open pages read again. Throws Problem. */
export async function write(
    method: string,
    path: string,
    body: unknown,
    concern: Concern = {},
    key?: string,
): Promise<Recorded> {
    const {data, location, version} = await send<Recorded>(method, path, body, key ? {'Idempotency-Key': key} : {});
    const recorded = {...data, location: data?.location ?? location ?? '', version: data?.version ?? version ?? ''};
    await waitFor(recorded);
    refreshReads({
        organizations: concern.organization ? [concern.organization] : [],
        parties: concern.party ? [concern.party] : [],
        facts: [recorded.location, concern.fact ?? ''].filter(Boolean),
        // Lists of the same kind, and what cites a document.
        lists: [recorded.location.split('/')[2] ?? '', 'documents'],
    });
    return recorded;
}

/** A read that includes the write. If it takes longer, pages follow with the stream of changes. */
async function waitFor({location, version}: Recorded): Promise<void> {
    if (!location || !version) {
        return;
    }
    const fact = location.replace(/\/claims\/\d+$/, '');
    const headers = {Accept: 'application/json', 'Depositary-After': version, Prefer: 'wait=5'};
    // The register accepted the command. A lost answer of this read must not look like a refusal.
    await call(fact, {headers}).catch(() => undefined);
}

/** The subject of later events about a fact. */
export function concernOf(fact: Fact): Concern {
    const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
    return {organization: text(fact.organization), party: text(fact.party), fact: fact.url};
}
