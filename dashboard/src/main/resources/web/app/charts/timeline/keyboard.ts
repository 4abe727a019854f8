import {panned, zoomed, type Period} from './viewport.ts';

interface Axis {
    period: Period;
    whole: Period;
    show(period: Period): void;
}

const PAN_SHARE = 0.2;

/** The chart is one stop of the Tab key. Arrow keys walk over names and bars; plus and minus zoom; Shift with an arrow pans; 0 shows all. */
export function moveFocus(event: KeyboardEvent, {period, whole, show}: Axis): void {
    const middle = (period.start + period.end) / 2;
    const length = period.end - period.start;
    const direction = DIRECTIONS[event.key];
    if (event.key === '+' || event.key === '=') {
        show(zoomed(period, 1 / 1.5, middle, whole));
    } else if (event.key === '-') {
        show(zoomed(period, 1.5, middle, whole));
    } else if (event.key === '0') {
        show(whole);
    } else if (direction && event.shiftKey && direction.across) {
        show(panned(period, direction.across * length * PAN_SHARE, whole));
    } else if (direction && event.target instanceof SVGElement) {
        neighbour(event.target, direction)?.focus();
    } else {
        return;
    }
    event.preventDefault();
}

interface Direction {
    across: number;
    down: number;
}

const DIRECTIONS: Record<string, Direction> = {
    ArrowLeft: {across: -1, down: 0},
    ArrowRight: {across: 1, down: 0},
    ArrowUp: {across: 0, down: -1},
    ArrowDown: {across: 0, down: 1},
};

function neighbour(from: SVGElement, {across, down}: Direction): SVGElement | undefined {
    const links = (row: Element) => [...row.querySelectorAll<SVGElement>('a')];
    const row = from.closest('.timeline-row');
    if (!row) {
        return from.querySelector<SVGElement>('a.bar') ?? undefined;
    }
    const position = links(row).indexOf(from);
    if (across) {
        return links(row)[position + across];
    }
    const rows = [...row.parentElement!.querySelectorAll('.timeline-row')];
    const next = rows[rows.indexOf(row) + down];
    return next && (links(next)[position] ?? links(next).at(-1));
}
