import {href, useView, type View} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {numberOf, pairKey, type Matrix, type MatrixParty} from './pairs.ts';

// In pixels. The matrix keeps its size; a narrow page scrolls it.
const CELL = 30;
const NAMES = 150; // left of the cells
const HEAD = 115; // above the cells
const SLANT = 90; // room for the last slanted name
const SHADES = 5;

interface Props {
    title: string;
    matrix: Matrix;
}

/** Parties by parties; the darker a cell, the more exercises both took part in. */
export function MatrixImage({title, matrix}: Props) {
    const [view] = useView();
    const size = matrix.parties.length * CELL;
    return (
        <svg
            class="matrix"
            role="group"
            aria-label={title}
            width={NAMES + size + SLANT}
            height={HEAD + size + 1}
            viewBox={`0 0 ${NAMES + size + SLANT} ${HEAD + size + 1}`}
        >
            {matrix.parties.map((party, n) => (
                <Labels key={party.code} party={party} at={n * CELL + CELL / 2} />
            ))}
            <g transform={`translate(${NAMES} ${HEAD})`}>
                {matrix.parties.map((row, y) =>
                    matrix.parties.map((column, x) => (
                        <Cell key={`${row.code} ${column.code}`} {...{row, column, x, y, matrix, view}} />
                    )),
                )}
            </g>
        </svg>
    );
}

function Labels({party, at}: {party: MatrixParty; at: number}) {
    return (
        <>
            <text class="matrix-name" x={NAMES - 8} y={HEAD + at} text-anchor="end" dominant-baseline="central">
                {shortened(party.name)}
            </text>
            <text class="matrix-name" transform={`translate(${NAMES + at} ${HEAD - 8}) rotate(-50)`}>
                {shortened(party.name)}
            </text>
        </>
    );
}

interface CellProps {
    row: MatrixParty;
    column: MatrixParty;
    x: number;
    y: number;
    matrix: Matrix;
    view: View;
}

function Cell({row, column, x, y, matrix, view}: CellProps) {
    const pair = matrix.cell(row.code, column.code);
    const place = {x: x * CELL, y: y * CELL, width: CELL - 2, height: CELL - 2};
    if (!pair) {
        return <rect {...place} class={row === column ? 'matrix-self' : 'matrix-empty'} />;
    }
    const count = numberOf(pair);
    const label = t('exercises.matrix-cell', {one: row.name, other: column.name, count});
    const filters = {...view.filters, party: row.code, with: column.code};
    return (
        <a
            class={`matrix-cell shade-${Math.ceil((count / matrix.largest) * SHADES)}`}
            data-row={pairKey(row.code, column.code)}
            href={href(view, {path: '/exercises', tab: '', filters})}
            aria-label={label}
        >
            <title>{label}</title>
            <rect {...place} />
            <text x={place.x + CELL / 2 - 1} y={place.y + CELL / 2} text-anchor="middle" dominant-baseline="central">
                {count}
                {pair.possible > 0 ? '?' : ''}
            </text>
        </a>
    );
}

/** The whole name is in the label of each cell and in the table. */
function shortened(name: string): string {
    return name.length > 18 ? `${name.slice(0, 17)}…` : name;
}
