import {useEffect, useState} from 'preact/hooks';
import type {EffectiveDate} from '../../api/types.ts';
import {monthAt, monthNumber, nextStart, type Life, type Month} from './moments.ts';

const WHOLE_MS = 20_000;
const FASTEST_MS = 60;
const SLOWEST_MS = 400;
/** A reader who wants less motion sees one start after the other, and has time to look. */
const CALM_MS = 2_500;

/** Moves a month through the life of the periods until the end. */
export function usePlayer(
    periods: readonly (EffectiveDate | undefined)[],
    life: Life | undefined,
    month: Month,
    onMonth: (month: Month) => void,
): {playing: boolean; toggle: () => void; stop: () => void} {
    const [playing, setPlaying] = useState(false);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    useEffect(() => {
        if (!playing || !life) {
            return undefined;
        }
        const timer = setTimeout(
            () => {
                const next = calm ? nextStart(periods, month, 1) : following(month, life);
                if (next) {
                    onMonth(next);
                }
                setPlaying(next !== undefined);
            },
            stepOf(life, calm),
        );
        return () => clearTimeout(timer);
    }, [playing, month, life?.first, life?.last]);
    const toggle = () => {
        if (!playing && life && (month === '' || month >= life.last)) {
            onMonth(life.first);
        }
        setPlaying(!playing);
    };
    return {playing, toggle, stop: () => setPlaying(false)};
}

function following(month: Month, life: Life): Month | undefined {
    return month < life.last ? monthAt(monthNumber(month) + 1) : undefined;
}

function stepOf(life: Life, calm: boolean): number {
    const steps = Math.max(1, monthNumber(life.last) - monthNumber(life.first));
    return calm ? CALM_MS : Math.min(SLOWEST_MS, Math.max(FASTEST_MS, WHOLE_MS / steps));
}
