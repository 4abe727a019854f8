import {useEffect, useState} from 'preact/hooks';
import {instantText} from '../dates/text.ts';
import {language} from '../state/language.ts';

const SECOND = 1_000;
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
    ['second', 1],
];

/** How long ago an instant was. It counts on while it is shown. */
export function Age({instant}: {instant: string}) {
    const [now, setNow] = useState(Date.now());
    const seconds = Math.max(0, Math.round((now - Date.parse(instant)) / SECOND));
    useEffect(() => {
        const timer = setInterval(() => setNow(Date.now()), seconds < 60 ? SECOND : 30 * SECOND);
        return () => clearInterval(timer);
    }, [seconds < 60]);
    return (
        <time dateTime={instant} title={`${instantText(instant)} UTC`}>
            {ageText(seconds)}
        </time>
    );
}

function ageText(seconds: number): string {
    const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? UNITS.at(-1)!;
    const format = new Intl.RelativeTimeFormat(language(), {style: 'short', numeric: 'always'});
    return format.format(-Math.floor(seconds / size), unit);
}
