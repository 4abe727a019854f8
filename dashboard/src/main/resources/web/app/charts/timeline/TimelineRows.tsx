import {memo} from '../../state/memo.ts';
import {currentView, href} from '../../state/view.ts';
import {marksOf, rowHeight, rowTop, type Geometry, type Mark} from './marks.ts';
import type {RowsOf, TimelineRow} from './rows.ts';
import {spanSentence} from './words.ts';
import type {Period} from './viewport.ts';

export interface Drawn {
    rows: TimelineRow[];
    geometry: Geometry;
    period: Period;
    now: number;
    left: number;
    labelAbove: boolean;
}

interface TimelineRowsProps extends Drawn {
    of: RowsOf;
    organization: string | undefined;
    top: number;
    bottom: number;
}

const LETTER = 6.6;

/** The rows between two heights. The as-of day does not redraw them. */
export const TimelineRows = memo(function TimelineRows(props: TimelineRowsProps) {
    const {rows, geometry, top, bottom} = props;
    return (
        <g>
            {rows.map((row, index) => {
                const y = rowTop(row, index, geometry);
                return y + rowHeight(row, geometry) >= top && y <= bottom ? (
                    <Row key={row.id} {...props} row={row} y={y} />
                ) : null;
            })}
        </g>
    );
});

function Row(props: TimelineRowsProps & {row: TimelineRow; y: number}) {
    const {row, y, geometry, period, now, left, labelAbove, organization} = props;
    const marksTop = labelAbove ? y + 14 : y;
    return (
        <g class="timeline-row" data-row={row.id}>
            <line class="row-line" x1={0} x2={left + geometry.width} y1={y - 2} y2={y - 2} />
            <RowLabel {...props} />
            <g transform={`translate(${left} 0)`}>
                {marksOf(row, marksTop, period, geometry, now).map(mark => (
                    <Bar
                        key={mark.span.opened + mark.status}
                        mark={mark}
                        isOther={organization !== undefined && mark.span.organization !== organization}
                    />
                ))}
            </g>
        </g>
    );
}

/** Its address, and that of a bar, is as of the day when it was drawn. A click takes the day of the click. */
function RowLabel({row, of, y, geometry, left, labelAbove}: TimelineRowsProps & {row: TimelineRow; y: number}) {
    const path = of === 'party' ? `/parties/${encodeURIComponent(row.id)}` : `/organizations/${encodeURIComponent(row.id)}`;
    const room = Math.floor((labelAbove ? geometry.width : left - 16) / LETTER);
    const text = row.label.length > room ? `${row.label.slice(0, room - 1)}…` : row.label;
    return (
        <a href={href(currentView(), {path})} class="row-label" tabindex={-1} aria-label={row.label} data-path={path}>
            <title>{row.label}</title>
            <text x={labelAbove ? 8 : 12} y={y + (labelAbove ? 12 : 13)} direction="ltr">
                {text}
            </text>
        </a>
    );
}

function Bar({mark, isOther}: {mark: Mark; isOther: boolean}) {
    const {span} = mark;
    const sentence = spanSentence(span);
    // A flag could not be seen on the hatching of an imprecise date.
    const flagged = mark.parts.find(part => part.certainty === 'certain') ?? mark;
    return (
        <a
            href={href(currentView(), {open: span.opened})}
            class={`bar ${mark.status} ${isOther ? 'other' : ''}`}
            tabindex={-1}
            aria-label={sentence}
            data-span={`${span.opened} ${mark.status}`}
            data-open={span.opened}
        >
            <title>{sentence}</title>
            {mark.parts.map(part => (
                <rect class={part.certainty} x={part.x} y={mark.y} width={part.width} height={12} rx={1} />
            ))}
            {mark.goesOn && <path class="goes-on" d={`M${mark.x + mark.width} ${mark.y} l5 6 l-5 6 z`} />}
            {span.disputed && (
                <text class="flag" x={flagged.x + 3} y={mark.y + 10}>
                    ⚑
                </text>
            )}
        </a>
    );
}
