import type {View} from '../state/url.ts';

export type Parameters = Record<string, string | string[] | undefined>;

/** Reads that are not of facts have no time axes. */
const TIMELESS = /^\/api\/(changes|session|imports|parked|webhooks|feed-keys|exports|proposals)\b/;

/**
 * The URL of a read as of the view. A parameter goes before the view's own; `undefined` leaves it out.
 */
export function readAddress(path: string, parameters: Parameters, view: Pick<View, 'on' | 'knownAt' | 'lang'>): string {
    const [base = '', given = ''] = path.split('?');
    const query = new URLSearchParams(given);
    const all: Parameters = TIMELESS.test(path)
        ? parameters
        : {on: view.on, 'known-at': view.knownAt, lang: view.lang, ...parameters};
    for (const [name, value] of Object.entries(all)) {
        for (const one of Array.isArray(value) ? value : [value]) {
            if (one) {
                query.append(name, one);
            }
        }
    }
    const text = query.toString();
    return text ? `${base}?${text}` : base;
}
