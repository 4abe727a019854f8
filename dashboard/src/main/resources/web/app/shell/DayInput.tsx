import {useRef} from 'preact/hooks';
import {isDay} from '../state/url.ts';

interface DayInputProps {
    day: string;
    /** @param isLater whether the field changed already since the focus came to it */
    onDay: (day: string, isLater: boolean) => void;
    class?: string;
}

/** Browsers report a typed year after each digit. */
const FIRST_DAY = '1000-01-01';

/** A day of the calendar. What a reader types part by part is one step of the browser's history, if the caller replaces later ones. */
export function DayInput({day, onDay, class: name}: DayInputProps) {
    const changed = useRef(false);
    return (
        <input
            type="date"
            class={name}
            value={day}
            onFocus={() => (changed.current = false)}
            onChange={event => {
                const next = event.currentTarget.value;
                if (isDay(next) && next >= FIRST_DAY) {
                    onDay(next, changed.current);
                    changed.current = true;
                }
            }}
        />
    );
}
