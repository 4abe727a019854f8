import {WorldMap} from '../../charts/map/WorldMap.tsx';
import {MapNotes} from '../../charts/map/MapNotes.tsx';
import {MapWaiting} from '../../charts/map/MapWaiting.tsx';
import {project, SIZE} from '../../charts/map/projection.ts';
import {useMapZoom} from '../../charts/map/useMapZoom.ts';
import {useWorld} from '../../charts/map/useWorld.ts';
import {zoomTo} from '../../charts/map/zoom.ts';
import {ChartFrame} from '../../charts/ChartFrame.tsx';
import {useRowsCsv} from '../../charts/rowsCsv.ts';
import {edtfText} from '../../dates/text.ts';
import {useMovingView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {exerciseColumns} from './columns.ts';
import {csvAddress} from './filters.ts';
import {KindLegend} from './KindLegend.tsx';
import {placeMarks} from './places.ts';
import {PlayBar} from './PlayBar.tsx';
import {exerciseRow} from './rows.ts';
import type {ExerciseItem} from './types.ts';
import type {useExercises} from './useExercises.ts';

const NONE: ExerciseItem[] = [];

interface Props {
    read: ReturnType<typeof useExercises>;
}

/** Where exercises took place: all of them, or as seen from the month of the as-of day. */
export function ExerciseMap({read}: Props) {
    const {items = NONE, hasCsv = true} = read.data ?? {};
    const [view, change] = useMovingView();
    const {world, failed} = useWorld();
    const month = view.on.slice(0, 7);
    const setMonth = (next: string) => change({on: next && `${next}-01`}, {replace: true});
    const title = month ? t('exercises.map-month', {month: edtfText(month)}) : t('exercises.map');
    const places = world ? items.flatMap(item => placeMarks(item, world, month)) : [];
    const [zoom, setZoom] = useMapZoom(
        zoomTo(
            places.map(({lon, lat}) => project(lon, lat)),
            SIZE,
        ),
    );
    const placed = new Set(places.map(({row}) => row));
    const rows = items.map(exerciseRow);
    const columns = exerciseColumns();
    const ownCsv = useRowsCsv(hasCsv ? [] : rows, columns);
    const elsewhere = items.filter(({id}) => world && !placed.has(id));
    return (
        <ChartFrame
            name="map"
            title={title}
            embed="/embed/exercises/map"
            rows={rows}
            read={read}
            columns={columns}
            csv={hasCsv ? csvAddress('/api/exercises', view) : ownCsv}
        >
            {world ? (
                <WorldMap label={title} world={world} places={places} zoom={zoom} onZoom={setZoom} />
            ) : (
                <MapWaiting failed={failed} />
            )}
            <PlayBar items={items} month={month} onMonth={setMonth} />
            <MapNotes former={[]} elsewhere={elsewhere.map(({id, label}) => ({row: id, name: label}))}>
                <KindLegend items={items} hasWholeStates={places.some(place => place.wholeState)} />
            </MapNotes>
        </ChartFrame>
    );
}
