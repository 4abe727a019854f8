import type {EffectivePeriod} from '../../api/types.ts';
import {dateText} from '../../dates/text.ts';

/** A period in words: one date if both ends are the same. Both ends belong to it. */
export function periodText(period: EffectivePeriod | undefined): string {
    if (!period) {
        return '';
    }
    const {start, end} = period;
    return !start || !end || start.edtf === end.edtf
        ? dateText(start ?? period)
        : `${dateText(start)} – ${dateText(end)}`;
}
