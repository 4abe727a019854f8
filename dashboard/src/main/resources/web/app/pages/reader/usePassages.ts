import {useEffect, useState} from 'preact/hooks';
import type {Problem} from '../../api/client.ts';
import {get} from '../../api/get.ts';
import {useSession} from '../../api/session.ts';
import type {ListPage} from '../../api/types.ts';
import type {Passage} from '../documents/types.ts';

const PAGE_SIZE = '500';

export interface Passages {
    items: Passage[];
    complete: boolean;
    problem?: Problem;
}

/** Reads all passages, page by page, and again after a login. The first page is shown while others arrive. */
export function usePassages(document: string): Passages {
    const [state, setState] = useState<Passages>({items: [], complete: false});
    const {subject} = useSession();
    useEffect(() => {
        let current = true;
        setState({items: [], complete: false});
        void readAll(document, next => {
            if (current) {
                setState(next);
            }
            return current;
        });
        return () => {
            current = false;
        };
    }, [document, subject]);
    return state;
}

async function readAll(document: string, show: (state: Passages) => boolean): Promise<void> {
    const items: Passage[] = [];
    let after: string | undefined;
    try {
        do {
            const page = await get<ListPage<Passage>>(`/api/documents/${document}/passages`, {limit: PAGE_SIZE, after});
            items.push(...page.items);
            after = page.next;
            if (!show({items: [...items], complete: !after})) {
                return;
            }
        } while (after);
    } catch (problem) {
        show({items, complete: true, problem: problem as Problem});
    }
}
