import {useRead} from '../../api/client.ts';
import {useTimeline} from '../../api/timeline.ts';
import type {OrganizationItem, PartyItem} from '../../api/types.ts';
import {useView} from '../../state/view.ts';
import {TimelineSection} from '../TimelineSection.tsx';
import {EmbedFrame} from './EmbedFrame.tsx';

/** The bare page of one timeline. Its parameters are `organizations` or `parties`, and the id. */
export function EmbeddedTimeline({parameters: [list = '', id = '']}: {parameters: string[]}) {
    const [view] = useView();
    const path = `/api/${list}/${encodeURIComponent(id)}`;
    const subject = useRead<OrganizationItem | PartyItem>(path);
    const predecessors = {'with-predecessors': view.filters.predecessors || undefined};
    const spans = useTimeline(path, list === 'organizations' ? predecessors : {});
    return (
        <EmbedFrame title={subject.data?.name ?? id}>
            <TimelineSection
                path={`${path}/timeline`}
                of={list === 'organizations' ? 'party' : 'organization'}
                read={spans}
                organization={list === 'organizations' ? id : undefined}
                csvParameters={list === 'organizations' ? predecessors : {}}
            />
        </EmbedFrame>
    );
}
