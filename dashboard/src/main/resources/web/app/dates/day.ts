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

export function addDays(iso: string, days: number): string {
    return isoDay(dayNumber(iso) + days);
}

/** The day that a view is as of. */
export function asOf(view: {on: string}): string {
    return view.on || today();
}
