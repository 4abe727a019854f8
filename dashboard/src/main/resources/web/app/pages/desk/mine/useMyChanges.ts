import {useEffect, useRef, useState} from 'preact/hooks';
import {Problem} from '../../../api/client.ts';
import {get} from '../../../api/get.ts';
import {onRefresh} from '../../../api/refresh.ts';
import type {ListPage} from '../../../api/types.ts';
import type {FactChange} from './stepBack.ts';

/** A change of the change log. */
export interface Change {
    id: string;
    type: string;
    /** The stream, such as `membership:sco/UZ`. */
    subject: string;
    time: string;
    actor: string;
    data: Record<string, unknown> & {factChange?: FactChange};
}

export interface MyChanges {
    changes: Change[];
    /** The page token of the rest, if the search is not at the end. */
    next?: string | undefined;
    /** Where later changes begin, if the search is at the end. */
    cursor?: string | undefined;
    loading: boolean;
    problem?: Problem | undefined;
}

type ChangesPage = ListPage<Change> & {cursor?: string};

const PAGE_SIZE = '1000';
/** An import can make many thousand changes. So many pages are read at a time. */
const PAGES_AT_ONCE = 5;
/** An import makes many changes in a moment. They are read together. */
const REST_MS = 500;
const EMPTY: MyChanges = {changes: [], loading: true};

/** The changes of facts that an actor recorded since an instant, the newest first. */
export function useMyChanges(actor: string | undefined, since: string): MyChanges & {more(): void} {
    const [state, setState] = useState(EMPTY);
    const newest = useRef(EMPTY);
    const show = (next: MyChanges) => {
        newest.current = next;
        setState(next);
    };
    const wanted = useRef('');
    wanted.current = `${actor} ${since}`;
    const load = async (before: MyChanges) => {
        const search = wanted.current;
        show({...before, loading: true});
        const next = await readOn(before, actor, since);
        if (search === wanted.current) {
            show(next);
        }
    };
    useEffect(() => {
        if (!actor) {
            return undefined;
        }
        void load(EMPTY);
        return afterRefreshes(() => !newest.current.loading && void load(newest.current));
    }, [actor, since]);
    return {...state, more: () => void load(state)};
}

async function readOn(before: MyChanges, actor: string | undefined, since: string): Promise<MyChanges> {
    let {changes, next, cursor} = before;
    try {
        for (let page = 0; page < PAGES_AT_ONCE; page++) {
            const parameters = next ? {after: next} : {since: cursor ?? since};
            const read = await get<ChangesPage>('/api/changes', {limit: PAGE_SIZE, actor, ...parameters});
            const ofFacts = read.items.filter(each => each.data.factChange?.fact);
            changes = [...ofFacts.reverse(), ...changes];
            ({next, cursor} = read);
            if (!next) {
                break;
            }
        }
        return {changes, next, cursor, loading: false};
    } catch (problem) {
        if (problem instanceof Problem) {
            return {...before, loading: false, problem};
        }
        throw problem;
    }
}

function afterRefreshes(listener: () => void): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onRefresh(() => {
        clearTimeout(timer);
        timer = setTimeout(listener, REST_MS);
    });
    return () => {
        clearTimeout(timer);
        stop();
    };
}
