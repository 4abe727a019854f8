import {scaleLinear} from 'd3-scale';
import {useRef} from 'preact/hooks';
import {ChartFrame, type Column} from '../../charts/ChartFrame.tsx';
import {useWidth} from '../../charts/useWidth.ts';
import {useRowsCsv} from '../../charts/rowsCsv.ts';
import {href, useView} from '../../state/view.ts';
import {number, t} from '../../words/index.ts';
import {strengthText} from './rows.ts';
import {strengthRows, type StrengthRow} from './strengths.ts';
import type {ExerciseItem} from './types.ts';

// In pixels.
const ROW = 44;
const AXIS = 24;
const MARGIN = 16;
const LETTER = 7;

/** Reported troops: a line from the lowest to the highest number for each source. */
export function StrengthChart({item}: {item: ExerciseItem}) {
    const rows = strengthRows(item);
    const columns = strengthColumns();
    const csv = useRowsCsv(rows, columns);
    return (
        <ChartFrame name="strengths" title={t('exercise.strengths')} rows={rows} columns={columns} csv={csv}>
            {rows.length === 0 ? (
                <p class="chart-note soft">{t('exercise.strengths-none')}</p>
            ) : (
                <StrengthImage rows={rows} />
            )}
        </ChartFrame>
    );
}

function strengthColumns(): Column<StrengthRow>[] {
    return [
        {label: t('exercise.whose'), value: whose},
        {label: t('exercise.reported'), value: row => strengthText(row) ?? ''},
        {label: t('exercise.source'), value: row => row.source},
        {label: t('exercise.preferred'), value: row => (row.preferred ? '✓' : '')},
    ];
}

function whose(row: StrengthRow): string {
    return row.whose || t('exercise.of-whole');
}

function StrengthImage({rows}: {rows: StrengthRow[]}) {
    const image = useRef<SVGSVGElement>(null);
    const width = useWidth(image);
    const scale = scaleLinear()
        .domain([0, Math.max(...rows.map(row => row.max))])
        .nice(4)
        .range([MARGIN, width - MARGIN * 5]);
    const height = rows.length * ROW + AXIS;
    return (
        <svg ref={image} class="strengths" role="group" aria-label={t('exercise.strengths')} height={height}>
            {scale.ticks(4).map(tick => (
                <g key={tick} class="strength-tick" transform={`translate(${scale(tick)} 0)`}>
                    <line y2={height - AXIS} />
                    <text y={height - 8} text-anchor="middle">
                        {number(tick)}
                    </text>
                </g>
            ))}
            {rows.map((row, n) => (
                <g key={row.key} transform={`translate(0 ${n * ROW})`}>
                    <StrengthLine row={row} scale={scale} width={width} />
                </g>
            ))}
        </svg>
    );
}

/** A single number is a dot, a range is a line with two ends. What lists show is filled. */
function StrengthLine({row, scale, width}: {row: StrengthRow; scale: (value: number) => number; width: number}) {
    const [view] = useView();
    const [low, high] = [scale(row.min), scale(row.max)];
    return (
        <a
            class={row.preferred ? 'strength preferred' : 'strength'}
            data-row={row.key}
            href={href(view, {open: row.url})}
        >
            <title>{`${whose(row)}: ${strengthText(row)}, ${row.source}`}</title>
            <text class="strength-name" x={MARGIN} y={14}>
                {whose(row)}{' '}
                <tspan class="strength-source">
                    {shortened(row.source, (width - MARGIN * 2) / LETTER - whose(row).length - 3)}
                </tspan>
            </text>
            <line class="strength-range" x1={low} x2={high} y1={30} y2={30} />
            <circle cx={low} cy={30} r={4} />
            <circle cx={high} cy={30} r={4} />
            <text class="strength-value" x={high + 10} y={34}>
                {strengthText(row)}
            </text>
        </a>
    );
}

/** The whole name is in the label of the line and in the table. */
function shortened(source: string, letters: number): string {
    return source.length > letters ? `${source.slice(0, Math.max(0, letters - 1))}…` : source;
}
