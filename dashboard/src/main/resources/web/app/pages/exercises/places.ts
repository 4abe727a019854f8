import type {PlaceMark} from '../../charts/map/marks.ts';
import type {World} from '../../charts/map/world.ts';
import {timeOf, type Month} from './moments.ts';
import {phaseKey, placeName} from './rows.ts';
import type {ExerciseItem, Phase} from './types.ts';

type Position = Pick<PlaceMark, 'lon' | 'lat' | 'wholeState'>;

/** The marks of the phases of an exercise. A place without coordinates stands for its state. */
export function placeMarks(item: ExerciseItem, world: World, month: Month): PlaceMark[] {
    return (item.phases ?? []).flatMap((phase, n) => {
        const position = positionOf(phase, world);
        return position
            ? [
                  {
                      ...position,
                      row: item.id,
                      key: phaseKey(item, n),
                      label: [item.label, placeName(phase), (phase.dates ?? item.dates)?.edtf]
                          .filter(Boolean)
                          .join(', '),
                      tone: item.kind,
                      time: timeOf(phase.dates ?? item.dates, month),
                      href: `/exercises/${item.id}`,
                  },
              ]
            : [];
    });
}

function positionOf({place}: Phase, world: World): Position | undefined {
    if (place.lat !== undefined && place.lon !== undefined) {
        return {lon: place.lon, lat: place.lat, wholeState: false};
    }
    const land = place.country ? world.get(place.country) : undefined;
    return land && {lon: land.at[0], lat: land.at[1], wholeState: true};
}
