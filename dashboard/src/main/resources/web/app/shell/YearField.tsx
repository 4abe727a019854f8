import {useTypedText} from './useTypedText.ts';

/** A bound of the range. A day in the URL shows as its year. */
export function YearField({label, value, onChange}: {label: string; value: string; onChange: (year: string) => void}) {
    const typed = useTypedText(value.slice(0, 4), onChange);
    return (
        <label class="row">
            <span class="as-of-label">{label}</span>
            <input
                type="number"
                class="year"
                min={1000}
                max={9999}
                {...typed}
                onChange={event => event.currentTarget.checkValidity() && void typed.onChange(event)}
            />
        </label>
    );
}
