import {remember, remembered} from './storage.ts';

export const LANGUAGES = ['en', 'nl', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'depositary.language';
let current: Language = 'en';

/** The language of the interface and of names. */
export function language(): Language {
    return current;
}

/** The language with its usual order of day and month. */
export function locale(): string {
    return current === 'en' ? 'en-GB' : current;
}

export function setLanguage(chosen: Language): void {
    current = chosen;
}

export function isLanguage(text: string | null | undefined): text is Language {
    return LANGUAGES.includes(text as Language);
}

/** The language that the reader chose before, else the first one of the browser that the interface has. */
export function preferredLanguage(): Language {
    const chosen = remembered(KEY);
    if (isLanguage(chosen)) {
        return chosen;
    }
    return navigator.languages.map(tag => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

export function rememberLanguage(chosen: Language): void {
    remember(KEY, chosen);
}
