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
    // The days that a reader has typed since the focus came. They come back as `day`, later.
    const reported = useRef(new Set<string>());
    const isOther = !reported.current.has(day);
    useEffect(() => {
        if (isOther) {
            reported.current.clear();
            setTyped(undefined);
        }
    }, [day]);
    const read = (text: string) => {
        setTyped(text);
        if (isDay(text) && text >= FIRST_DAY) {
            onDay(text, reported.current.size > 0);
            reported.current.add(text);
        }
    };
    return (
        <input
            type="date"
            class={name}
            value={typed ?? day}
            onFocus={() => reported.current.clear()}
            onBlur={() => setTyped(undefined)}
            onInput={event => read(event.currentTarget.value)}
        />
    );
}
