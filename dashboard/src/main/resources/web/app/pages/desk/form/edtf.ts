/** The fault of a date, as a key of the words. */
export type EdtfFault = 'form' | 'day' | 'month' | 'order';

const POINT = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?[?~%]?$/;

/** Checks a point or an interval of EDTF, levels 0 and 1, as the interface takes them. */
export function edtfFault(text: string): EdtfFault | undefined {
    const sides = text.split('/');
    if (sides.length > 2) {
        return 'form';
    }
    if (sides.length === 1) {
        return pointFault(sides[0]!);
    }
    const [start, end] = sides as [string, string];
    if (start === '..' && end === '..') {
        return 'form';
    }
    const fault = (start === '..' ? undefined : pointFault(start)) ?? (end === '..' ? undefined : pointFault(end));
    if (fault || start === '..' || end === '..') {
        return fault;
    }
    return lowest(start) > highest(end) ? 'order' : undefined;
}

function pointFault(text: string): EdtfFault | undefined {
    const found = POINT.exec(text);
    if (!found) {
        return 'form';
    }
    const [, year, month, day] = found;
    if (month === undefined || month === 'XX') {
        return day && day !== 'XX' ? 'form' : undefined;
    }
    if (+month < 1 || +month > 12) {
        return 'month';
    }
    if (day === undefined || day === 'XX') {
        return undefined;
    }
    return +day < 1 || +day > daysIn(year!, +month) ? 'day' : undefined;
}

function daysIn(year: string, month: number): number {
    const inLeapYear = year.includes('X') ? 2000 : +year;
    return new Date(Date.UTC(inLeapYear, month, 0)).getUTCDate();
}

/** The first and the last day that a valid date allows, as text that sorts. An open side is empty. */
export function edtfBounds(text: string): {earliest: string; latest: string} {
    const sides = text.trim().split('/');
    const [start, end] = [sides[0]!, sides[sides.length - 1]!];
    return {earliest: start === '..' ? '' : lowest(start), latest: end === '..' ? '' : highest(end)};
}

/** Years before 0 do not sort. */
function lowest(point: string): string {
    return bound(point, '0', '01', '01');
}

function highest(point: string): string {
    return bound(point, '9', '12', '31');
}

function bound(point: string, digit: string, month: string, day: string): string {
    const [year = '', ofYear = month, ofMonth = day] = point.replace(/[?~%]$/, '').split('-');
    return [year.replaceAll('X', digit), ofYear.replace('XX', month), ofMonth.replace('XX', day)].join('-');
}
