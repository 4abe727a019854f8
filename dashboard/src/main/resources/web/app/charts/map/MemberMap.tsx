import {readAddress} from '../../api/address.ts';
import {useList} from '../../api/client.ts';
import type {Member} from '../../api/types.ts';
import {asOf} from '../../dates/day.ts';
import {dateText, dayText} from '../../dates/text.ts';
import {ReadResult} from '../../shell/Failures.tsx';
import {href, useView, type View} from '../../state/view.ts';
import {t, word} from '../../words/index.ts';
import {ChartFrame} from '../ChartFrame.tsx';
import {MapNotes} from './MapNotes.tsx';
import {MapWaiting} from './MapWaiting.tsx';
import type {LandMark} from './marks.ts';
import {MemberLegend} from './MemberLegend.tsx';
import {factOf, named, placeMembers, toneOf, type PlacedMember} from './members.ts';
import {useMapZoom} from './useMapZoom.ts';
import {useSuccessors} from './useSuccessors.ts';
import {useWorld} from './useWorld.ts';
import {WorldMap} from './WorldMap.tsx';

/** The members of an organisation on the as-of day, coloured by status. */
export function MemberMap({organization}: {organization: string}) {
    const [view] = useView();
    const [zoom, setZoom] = useMapZoom();
    const path = `/api/organizations/${encodeURIComponent(organization)}/members`;
    const read = useList<Member>(path);
    const members = read.data ?? [];
    const {world, failed} = useWorld();
    const successors = useSuccessors(
        members.map(({party}) => party),
        world,
    );
    const placed = world ? placeMembers(members, world, successors) : [];
    const marks = placed.filter(({lands}) => lands.length > 0);
    const title = t('map.members-on', {day: dayText(asOf(view))});
    return (
        <ChartFrame
            title={title}
            name="map"
            embed={`/embed/organizations/${encodeURIComponent(organization)}/map`}
            rows={members}
            read={read}
            columns={memberColumns()}
            csv={csvOf(path, view)}
        >
            {world && (read.data || read.problem) ? (
                <ReadResult read={read}>
                    {() => (
                        <>
                            <WorldMap
                                label={title}
                                world={world}
                                lands={marks.map(one => markOf(one, view))}
                                zoom={zoom}
                                onZoom={setZoom}
                            />
                            <MapNotes
                                former={named(marks.filter(({isFormer}) => isFormer))}
                                elsewhere={named(placed.filter(({lands}) => lands.length === 0))}
                            >
                                <MemberLegend members={members} />
                            </MapNotes>
                        </>
                    )}
                </ReadResult>
            ) : (
                <MapWaiting failed={failed} />
            )}
        </ChartFrame>
    );
}

/** A click opens the fact by which the party has its status. */
function markOf({member, lands}: PlacedMember, view: View): LandMark {
    const possible = member.certainty === 'possible';
    const label = `${member.name}: ${word('status', toneOf(member))}`;
    return {
        row: member.party,
        lands,
        label: possible ? `${label} (${t('map.possible')})` : label,
        tone: toneOf(member),
        possible,
        href: href(view, {open: factOf(member)}),
    };
}

function csvOf(path: string, view: View): string {
    return readAddress(`${path}.csv`, {on: asOf(view)}, view);
}

function memberColumns() {
    return [
        {label: t('compare.party'), value: (member: Member) => member.name},
        {label: t('field.status'), value: (member: Member) => word('status', toneOf(member))},
        {label: t('timeline.since'), value: (member: Member) => dateText(member.since)},
        {label: t('map.certainty'), value: (member: Member) => word('certainty', member.certainty)},
    ];
}
