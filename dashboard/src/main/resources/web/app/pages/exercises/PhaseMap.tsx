import {ChartFrame, type Column} from '../../charts/ChartFrame.tsx';
import {MapNotes} from '../../charts/map/MapNotes.tsx';
import {MapWaiting} from '../../charts/map/MapWaiting.tsx';
import {project, SIZE} from '../../charts/map/projection.ts';
import {useMapZoom} from '../../charts/map/useMapZoom.ts';
import {useWorld} from '../../charts/map/useWorld.ts';
import {WorldMap} from '../../charts/map/WorldMap.tsx';
import {zoomTo} from '../../charts/map/zoom.ts';
import {useRowsCsv} from '../../charts/rowsCsv.ts';
import {t} from '../../words/index.ts';
import {KindLegend} from './KindLegend.tsx';
import {phaseMarks, phaseRows, type PhaseRow} from './phases.ts';
import type {ExerciseItem} from './types.ts';

/** The phases of one exercise, with the map moved to them. */
export function PhaseMap({item}: {item: ExerciseItem}) {
    const {world, failed} = useWorld();
    const rows = phaseRows(item);
    const columns = phaseColumns();
    const csv = useRowsCsv(rows, columns);
    const marks = world ? phaseMarks(item, world) : [];
    const [zoom, setZoom] = useMapZoom(
        zoomTo(
            marks.map(({lon, lat}) => project(lon, lat)),
            SIZE,
        ),
    );
    const placed = new Set(marks.map(({row}) => row));
    const elsewhere = rows.filter(({key}) => world && !placed.has(key));
    return (
        <ChartFrame
            name="phases"
            title={t('exercise.phases')}
            embed={`/embed/exercises/${encodeURIComponent(item.id)}/map`}
            rows={rows}
            columns={columns}
            csv={csv}
        >
            {world ? (
                <WorldMap
                    label={t('exercise.phases')}
                    world={world}
                    places={marks}
                    named={namesOf(item)}
                    zoom={zoom}
                    onZoom={setZoom}
                />
            ) : (
                <MapWaiting failed={failed} />
            )}
            <ol class="phase-list">
                {rows.map(row => (
                    <li key={row.key}>
                        <strong dir="auto">{row.place}</strong> <span class="soft">{describe(row)}</span>
                    </li>
                ))}
            </ol>
            <MapNotes former={[]} elsewhere={elsewhere.map(({key, place}) => ({row: key, name: place}))}>
                <KindLegend items={[item]} hasWholeStates={marks.some(mark => mark.wholeState)} />
            </MapNotes>
        </ChartFrame>
    );
}

/** The parties that took part, by code. */
function namesOf({participants}: ExerciseItem): Map<string, string> {
    const parties = participants.flatMap(({party = '', name, members = []}) => [{party, name}, ...members]);
    return new Map(parties.map(({party, name}) => [party, name]));
}

function describe({dates, days, note}: PhaseRow): string {
    return [dates, days && t('exercise.days-count', {count: days}), note].filter(Boolean).join(' · ');
}

function phaseColumns(): Column<PhaseRow>[] {
    return [
        {label: t('exercise.place'), value: row => row.place},
        {label: t('exercise.country'), value: row => row.country},
        {label: t('exercises.dates'), value: row => row.dates},
        {label: t('exercise.days'), value: row => row.days},
    ];
}
