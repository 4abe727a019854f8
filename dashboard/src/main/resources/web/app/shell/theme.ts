import {isEmbedded} from '../state/embedded.ts';
import {remember, remembered} from '../state/storage.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'depositary.theme';

/** The choice of the reader. An embedded chart has the colours that its address names, to fit the page around it. */
export function theme(): Theme {
    const chosen = isEmbedded ? new URLSearchParams(location.search).get('theme') : remembered(KEY);
    return THEMES.find(known => known === chosen) ?? 'system';
}

export function chooseTheme(chosen: Theme): void {
    remember(KEY, chosen);
    applyTheme();
}

export function applyTheme(): void {
    document.documentElement.dataset.theme = theme();
}
