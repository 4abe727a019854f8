import {useEffect, useRef, useState} from 'preact/hooks';
import {isDay} from '../state/url.ts';

interface DayInputProps {
    day: string;
    /** @param isLater whether the field changed already since the focus came to it */
    onDay: (day: string, isLater: boolean) => void;
    class?: string;
}

/** Browsers report a typed year after each digit. */
const FIRST_DAY = '1000-01-01';

/**
 * A day of the calendar. What a reader types part by part is one step of the browser's history, if the caller replaces later
 * ones. The browser's buttons for back and forward change the text, too.
 */
export function DayInput({day, onDay, class: name}: DayInputProps) {
    const [typed, setTyped] = useState<string>();
    const changed = useRef(false);
    const reported = useRef(day);
    useEffect(() => {
        if (day !== reported.current) {
            reported.current = day;
            changed.current = false;
            setTyped(undefined);
        }
    }, [day]);
    const read = (text: string) => {
        setTyped(text);
        if (isDay(text) && text >= FIRST_DAY) {
            reported.current = text;
            onDay(text, changed.current);
            changed.current = true;
        }
    };
    return (
        <input
            type="date"
            class={name}
            value={typed ?? day}
            onFocus={() => (changed.current = false)}
            onBlur={() => setTyped(undefined)}
            onInput={event => read(event.currentTarget.value)}
        />
    );
}
