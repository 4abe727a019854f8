import {panned, zoomed, type Period} from './viewport.ts';

interface Axis {
    period: Period;
    whole: Period;
    show(period: Period): void;
}

const PAN_SHARE = 0.2;

/** Arrow keys walk over the bars; plus and minus zoom; Shift with an arrow pans; 0 shows all. */
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
    const bars = (row: Element) => [...row.querySelectorAll<SVGElement>('a.bar')];
    const row = from.closest('.timeline-row');
    if (!row) {
        return undefined;
    }
    if (across) {
        return bars(row)[bars(row).indexOf(from) + across];
    }
    const rows = [...row.parentElement!.querySelectorAll('.timeline-row')].filter(each => bars(each).length > 0);
    const next = rows[rows.indexOf(row) + down];
    return next && bars(next)[0];
}
