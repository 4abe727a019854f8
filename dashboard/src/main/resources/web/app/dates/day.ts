/** A day as its number since 1970-01-01, UTC. */
export type DayNumber = number;

const DAY_MS = 86_400_000;

export function dayNumber(iso: string): DayNumber {
    return Math.round(Date.parse(iso.slice(0, 10)) / DAY_MS);
}

export function isoDay(day: DayNumber): string {
    return dateOf(day).toISOString().slice(0, 10);
}

export function dateOf(day: DayNumber): Date {
    return new Date(Math.round(day) * DAY_MS);
}

export function today(): string {
    return new Date().toISOString().slice(0, 10);
}

export function yearOf(day: DayNumber): number {
    return dateOf(day).getUTCFullYear();
}

/** The first day of a year; a day is itself. */
export function firstDay(text: string): string {
    return text.length === 4 ? `${text}-01-01` : text;
}

/** The last day of a year; a day is itself. */
export function lastDay(text: string): string {
    return text.length === 4 ? `${text}-12-31` : text;
}

export function isInstant(text: string): boolean {
    return /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The day that a view is as of. */
export function asOf(view: {on: string}): string {
    return view.on || today();
}
