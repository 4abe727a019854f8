import {number, t} from '../../../words/index.ts';
import type {Import} from './types.ts';

/** What a held import would do, and whether it still can. */
export function HeldWhy({data}: {data: Import}) {
    const {held, supersededBy} = data;
    return (
        <>
            {held &&
                t('import.would-do', {
                    retracted: number(held.retracted),
                    moved: number(held.moved),
                    of: number(held.of),
                })}{' '}
            {supersededBy && t('import.superseded')}
        </>
    );
}
