import {useEffect, useState} from 'preact/hooks';
import {Problem} from '../../../api/client.ts';
import {get} from '../../../api/get.ts';
import type {ListPage, PartyItem} from '../../../api/types.ts';

/** Typing pauses this long before the register is asked. */
const PAUSE_MS = 250;

export interface PartyLookup {
    suggestions: PartyItem[];
    party?: PartyItem;
    unknown: boolean;
}

const NOTHING: PartyLookup = {suggestions: [], unknown: false};

/** Looks up what somebody types as a party: the party that it means, and others with such a name. */
export function useParty(input: string, on?: string): PartyLookup {
    const [found, setFound] = useState<PartyLookup>(NOTHING);
    useEffect(() => {
        let current = true;
        const timer = setTimeout(() => {
            void lookUp(input.trim(), on).then(result => {
                if (current) {
                    setFound(result);
                }
            });
        }, PAUSE_MS);
        return () => {
            current = false;
            clearTimeout(timer);
        };
    }, [input, on]);
    return found;
}

async function lookUp(input: string, on?: string): Promise<PartyLookup> {
    if (!input) {
        return NOTHING;
    }
    const day = on ? {on} : {};
    const [party, list] = await Promise.allSettled([
        get<PartyItem>(`/api/parties/${encodeURIComponent(input)}`, day),
        get<ListPage<PartyItem>>('/api/parties', {q: input, limit: '8', ...day}),
    ]);
    return {
        party: party.status === 'fulfilled' ? party.value : undefined,
        suggestions: list.status === 'fulfilled' ? list.value.items : [],
        unknown: party.status === 'rejected' && party.reason instanceof Problem && party.reason.status === 404,
    };
}
