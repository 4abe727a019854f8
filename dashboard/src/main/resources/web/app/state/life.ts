import {useEffect, useState} from 'preact/hooks';
import {dayNumber, today, type DayNumber} from '../dates/day.ts';

/** The time over which the slider moves: the life of what is shown. */
export interface Life {
    start: DayNumber;
    end: DayNumber;
}

const WHOLE: Life = {start: dayNumber('1945-01-01'), end: dayNumber(today())};
let current = WHOLE;
const listeners = new Set<() => void>();

/** A page says which time it covers, as long as it is shown. */
export function useLifeOf(life: Life | undefined): void {
    useEffect(() => {
        set(life ?? WHOLE);
        return () => set(WHOLE);
    }, [life?.start, life?.end]);
}

export function useLife(): Life {
    const [life, setLife] = useState(current);
    useEffect(() => {
        const update = () => setLife(current);
        update();
        listeners.add(update);
        return () => void listeners.delete(update);
    }, []);
    return life;
}

function set(life: Life): void {
    current = life;
    listeners.forEach(listener => listener());
}
