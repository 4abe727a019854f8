import {memo} from '../../state/memo.ts';
import type {Drawn} from './TimelineRows.tsx';
import {ticksOf} from './ticks.ts';

interface TimelineAxisProps extends Drawn {
    /** Where the visible part begins. */
    y: number;
}

/** The lines of the years or days behind the rows. */
export const TimelineGrid = memo(function TimelineGrid({geometry, period, left, height}: Drawn & {height: number}) {
    return (
        <g class="axis" aria-hidden="true">
            {ticksOf(period, geometry.width).map(tick => (
                <line x1={left + tick.x} x2={left + tick.x} y1={geometry.axisHeight} y2={height} />
            ))}
        </g>
    );
});

/** The years or days above the rows. They stay in sight. */
export const TimelineAxis = memo(function TimelineAxis({geometry, period, left, y}: TimelineAxisProps) {
    const ticks = ticksOf(period, geometry.width);
    return (
        <g class="axis" aria-hidden="true">
            <rect class="axis-ground" x={0} y={y} width={left + geometry.width + 12} height={geometry.axisHeight - 4} />
            {ticks.map(tick => (
                <text x={left + tick.x} y={y + 16} text-anchor={tick.x < 16 ? 'start' : 'middle'}>
                    {tick.label}
                </text>
            ))}
        </g>
    );
});
