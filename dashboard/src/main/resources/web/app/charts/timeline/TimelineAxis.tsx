import {memo} from 'preact/compat';
import type {Drawn} from './TimelineRows.tsx';
import {ticksOf} from './ticks.ts';

interface TimelineAxisProps extends Drawn {
    /** Where the visible part begins. */
    y: number;
    height: number;
}

/** The years or days above the rows, and their lines. It stays in sight. */
export const TimelineAxis = memo(function TimelineAxis({geometry, period, left, y, height}: TimelineAxisProps) {
    const ticks = ticksOf(period, geometry.width);
    return (
        <g class="axis" aria-hidden="true">
            {ticks.map(tick => (
                <line x1={left + tick.x} x2={left + tick.x} y1={geometry.axisHeight} y2={height} />
            ))}
            <rect class="axis-ground" x={0} y={y} width={left + geometry.width + 12} height={geometry.axisHeight - 4} />
            {ticks.map(tick => (
                <text x={left + tick.x} y={y + 16} text-anchor={tick.x < 16 ? 'start' : 'middle'}>
                    {tick.label}
                </text>
            ))}
        </g>
    );
});
