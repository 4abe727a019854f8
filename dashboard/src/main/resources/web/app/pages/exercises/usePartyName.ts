import {useRead} from '../../api/client.ts';
import type {PartyItem} from '../../api/types.ts';

/** The name of a party in the reader's language; its code until the name is read. */
export function usePartyName(code: string | undefined): string {
    const {data} = useRead<PartyItem>(code ? `/api/parties/${encodeURIComponent(code)}?fields=name` : null);
    return code ? (data?.name ?? code) : '';
}
