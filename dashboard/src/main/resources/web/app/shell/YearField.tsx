/** A bound of the range. A day in the URL shows as its year. */
export function YearField({label, value, onChange}: {label: string; value: string; onChange: (year: string) => void}) {
    return (
        <label class="row">
            <span class="as-of-label">{label}</span>
            <input
                type="number"
                class="year"
                min={1000}
                max={9999}
                value={value.slice(0, 4)}
                onChange={event => event.currentTarget.checkValidity() && onChange(event.currentTarget.value)}
            />
        </label>
    );
}
