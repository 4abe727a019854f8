import {useRead} from '../../api/client.ts';
import type {OrganizationItem} from '../../api/types.ts';

/** The short name of an organisation if it has one; its id until it is read. */
export function useOrganizationName(id: string): string {
    const path = id ? `/api/organizations/${encodeURIComponent(id)}?fields=name,acronym` : null;
    const {data} = useRead<Pick<OrganizationItem, 'name' | 'acronym'>>(path, {on: undefined});
    return data?.acronym ?? data?.name ?? id;
}
