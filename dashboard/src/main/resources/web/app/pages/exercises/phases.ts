import type {PlaceMark} from '../../charts/map/marks.ts';
import type {World} from '../../charts/map/world.ts';
import {periodText} from '../../dates/text.ts';
import {placeMarks} from './places.ts';
import {phaseKey, placeName, statesOf} from './rows.ts';
import type {ExerciseItem} from './types.ts';

/** One phase: a line of the table and a mark on the map. */
export interface PhaseRow {
    key: string;
    place: string;
    country: string;
    dates: string;
    days: string;
    note: string;
}

export function phaseRows(item: ExerciseItem): PhaseRow[] {
    return (item.phases ?? []).map((phase, n) => ({
        key: phaseKey(item, n),
        place: placeName(phase),
        country: statesOf(phase.place),
        dates: periodText(phase.dates ?? item.dates),
        days: phase.days === undefined ? '' : String(phase.days),
        note: phase.note ?? '',
    }));
}

/** The marks of the phases, each with its phase as row. */
export function phaseMarks(item: ExerciseItem, world: World): PlaceMark[] {
    return placeMarks(item, world, '').map(mark => ({...mark, row: mark.key}));
}
