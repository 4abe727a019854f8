/** The colour of a status, as in the timeline. */
export function Dot({status}: {status: string}) {
    return (
        <svg width={10} height={10} aria-hidden="true" class={`bar ${status}`}>
            <rect class="certain" width={10} height={10} rx={2} />
        </svg>
    );
}
