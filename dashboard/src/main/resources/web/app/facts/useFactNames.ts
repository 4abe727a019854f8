import {useEffect, useState} from 'preact/hooks';
import {useList} from '../api/client.ts';
import {get} from '../api/get.ts';
import type {OrganizationItem, PartyItem} from '../api/types.ts';
import {useView} from '../state/view.ts';
import {nameIn} from '../words/index.ts';
import type {FactNames} from './sentence.ts';

type Fields = Record<string, unknown>;

/** The names to which these facts refer, in the reader's language. Undefined until they are read. */
export function useFactNames(facts: readonly Fields[]): FactNames | undefined {
    const none = facts.length === 0;
    const parties = useList<PartyItem>(none ? null : '/api/parties', {fields: 'code,name', on: undefined});
    const organizations = useList<OrganizationItem>(none ? null : '/api/organizations', {fields: 'id,name', on: undefined});
    const things = useThings(facts);
    if (parties.loading && !parties.data) {
        return undefined;
    }
    if ((organizations.loading && !organizations.data) || !things) {
        return undefined;
    }
    const names = new Map([
        ...(parties.data ?? []).map(({code, name}): [string, string] => [code, name]),
        ...(organizations.data ?? []).map(({id, name}): [string, string] => [id, name]),
        ...things,
    ]);
    const name = (id: string) => names.get(id) ?? id;
    return {party: name, organization: name, exercise: name, instrument: name};
}

/** The names of exercises and instruments, by id. Facts refer to few of them, so each is read alone. */
function useThings(facts: readonly Fields[]): Map<string, string> | undefined {
    const [{lang}] = useView();
    const [names, setNames] = useState<Map<string, string>>();
    const exercises = idsOf(facts, 'exercise');
    // Other facts can name an instrument that is not registered.
    const instruments = idsOf(
        facts.filter(fact => fact.act),
        'instrument',
    );
    const wanted = JSON.stringify([exercises, instruments, lang]);
    useEffect(() => {
        let isCurrent = true;
        void readNames(exercises, instruments).then(read => isCurrent && setNames(read));
        return () => {
            isCurrent = false;
        };
    }, [wanted]);
    return names;
}

function idsOf(facts: readonly Fields[], field: string): string[] {
    return [...new Set(facts.map(fact => fact[field]).filter(id => typeof id === 'string'))];
}

async function readNames(exercises: string[], instruments: string[]): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    const read = async (path: string, id: string) => {
        // A thing without a name, or one that cannot be read, is shown by its id.
        const thing = await get<Fields>(`${path}/${encodeURIComponent(id)}`, {on: undefined}).catch(() => ({}) as Fields);
        names.set(id, String(thing.label ?? (nameIn(thing.names as Record<string, string>) || id)));
    };
    await Promise.all([
        ...exercises.map(id => read('/api/exercises', id)),
        ...instruments.map(id => read('/api/instruments', id)),
    ]);
    return names;
}
