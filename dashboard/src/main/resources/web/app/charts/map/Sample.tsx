/** A sample of a colour for a legend, as the map draws it. */
export function Sample({tone, shape}: {tone: string; shape: 'land' | 'possible' | 'place' | 'ring'}) {
    return (
        <svg width={14} height={12} aria-hidden="true" class={`tone-${tone}`}>
            {shape === 'place' || shape === 'ring' ? (
                <g class={`map-place map-${shape}`}>
                    <circle cx={7} cy={6} r={5} />
                </g>
            ) : (
                <rect class="map-fill" width={14} height={12} rx={1} />
            )}
            {shape === 'possible' && <path class="map-hatch" d="M0 12L12 0M6 14L16 4M-4 8L6 -2" />}
        </svg>
    );
}
