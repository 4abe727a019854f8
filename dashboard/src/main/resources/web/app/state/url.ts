import {isLanguage, type Language} from './language.ts';

/** What a page shows. The URL holds all of it. */
export interface View {
    path: string;
    /** The as-of day, YYYY-MM-DD. Empty: today. */
    on: string;
    /** An instant. Empty: now. */
    knownAt: string;
    /** Range mode: first year or day. */
    from: string;
    /** Range mode: last year or day. */
    to: string;
    /** The visible part of a chart; each chart defines its shape. */
    zoom: string;
    tab: string;
    /** The URL of the fact in the panel: /api/… */
    open: string;
    filters: Record<string, string>;
    lang: Language;
}

type Named = Exclude<keyof View, 'path' | 'filters' | 'lang'>;

const PARAMETERS: Record<Named, string> = {
    on: 'on',
    knownAt: 'known-at',
    from: 'from',
    to: 'to',
    zoom: 'zoom',
    tab: 'tab',
    open: 'open',
};
const NAMED = Object.keys(PARAMETERS) as Named[];
const RESERVED = new Set([...Object.values(PARAMETERS), 'lang']);
/** A record or a claim. Streams and exports have such URLs too, and are no facts. */
const FACT = /^\/api\/(?!changes|exports|imports|parked|webhooks|feed-keys)[a-z-]+\/[^/?#]+(\/claims\/\d+)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @param preferred the language of a URL that names none */
export function parseView(url: URL, preferred: Language): View {
    const read = (name: Named) => url.searchParams.get(PARAMETERS[name]) ?? '';
    const lang = url.searchParams.get('lang');
    const on = read('on');
    const open = read('open');
    return {
        path: url.pathname,
        on: isDay(on) ? on : '',
        knownAt: read('knownAt'),
        from: read('from'),
        to: read('to'),
        zoom: read('zoom'),
        tab: read('tab'),
        open: FACT.test(open) ? open : '',
        filters: Object.fromEntries([...url.searchParams].filter(([name]) => !RESERVED.has(name))),
        lang: isLanguage(lang) ? lang : preferred,
    };
}

/**
 * The path and query of a view. Parameters have a fixed order, so equal views have equal URLs.
 *
 * @param preferred the language that the URL leaves out; null for a URL that other readers open
 */
export function formatView(view: View, preferred: Language | null): string {
    const query = new URLSearchParams();
    for (const name of Object.keys(view.filters).sort()) {
        if (view.filters[name]) {
            query.set(name, view.filters[name]);
        }
    }
    for (const name of NAMED) {
        if (view[name]) {
            query.set(PARAMETERS[name], view[name]);
        }
    }
    if (view.lang !== preferred) {
        query.set('lang', view.lang);
    }
    const text = query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%40', '@');
    return view.path + (text ? '?' + text : '');
}

/** Another page keeps the times and the language, and nothing else. */
export function changeView(view: View, change: Partial<View>): View {
    const moves = change.path !== undefined && change.path !== view.path;
    const base = moves ? {...view, zoom: '', tab: '', open: '', filters: {}} : view;
    return {...base, ...change};
}

/** Decodes a part of a URL. A broken escape is text like any other. */
export function decoded(part: string): string {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}

export function isDay(text: string): boolean {
    return DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
