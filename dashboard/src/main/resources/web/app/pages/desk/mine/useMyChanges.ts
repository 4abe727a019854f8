import {useEffect, useState} from 'preact/hooks';
import type {Problem} from '../../../api/client.ts';
import {get} from '../../../api/get.ts';
import {onRefresh} from '../../../api/refresh.ts';
import type {ListPage} from '../../../api/types.ts';
import type {FactChange} from './stepBack.ts';

/** A change of the change log. */
export interface Change {
    id: string;
    type: string;
    time: string;
    actor: string;
    data: Record<string, unknown> & {factChange?: FactChange};
}

export interface MyChanges {
    changes: Change[];
    /** Where the rest is read from. */
    next?: string | undefined;
    loading: boolean;
    problem?: Problem;
}

const PAGE_SIZE = '1000';
/** The interface has no filter by actor: so many changes of everybody are searched at a time. */
const PAGES_AT_ONCE = 5;
const EMPTY: MyChanges = {changes: [], loading: true};

/** The changes of facts that an actor recorded since an instant, the newest first. */
export function useMyChanges(actor: string | undefined, since: string): MyChanges & {more(): void} {
    const [state, setState] = useState(EMPTY);
    const load = async (before: MyChanges) => {
        setState({...before, loading: true});
        setState(await readOn(before, actor, since));
    };
    useEffect(() => {
        if (!actor) {
            return undefined;
        }
        void load(EMPTY);
        return onRefresh(() => void load(EMPTY));
    }, [actor, since]);
    return {...state, more: () => void load(state)};
}

async function readOn(before: MyChanges, actor: string | undefined, since: string): Promise<MyChanges> {
    let {changes, next} = before;
    try {
        for (let page = 0; page < PAGES_AT_ONCE; page++) {
            const read = await get<ListPage<Change>>('/api/changes', {since, limit: PAGE_SIZE, after: next});
            const own = read.items.filter(each => each.actor === actor && each.data.factChange?.fact);
            changes = [...own.reverse(), ...changes];
            next = read.next;
            if (!next) {
                break;
            }
        }
        return {changes, next, loading: false};
    } catch (problem) {
        return {changes, next, loading: false, problem: problem as Problem};
    }
}
