import {useRead} from '../../api/client.ts';
import type {OrganizationItem} from '../../api/types.ts';
import {MemberMap} from '../../charts/map/MemberMap.tsx';
import {EmbedFrame} from './EmbedFrame.tsx';

/** The bare page of the map of members. Its parameter is the id of the organisation. */
export function EmbeddedMap({parameters: [id = '']}: {parameters: string[]}) {
    const organization = useRead<OrganizationItem>(`/api/organizations/${encodeURIComponent(id)}`);
    return (
        <EmbedFrame title={organization.data?.name ?? id}>
            <MemberMap organization={id} />
        </EmbedFrame>
    );
}
