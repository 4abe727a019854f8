export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'depositary.theme';

export function theme(): Theme {
    return THEMES.find(known => known === localStorage.getItem(KEY)) ?? 'system';
}

export function chooseTheme(chosen: Theme): void {
    localStorage.setItem(KEY, chosen);
    applyTheme();
}

export function applyTheme(): void {
    document.documentElement.dataset.theme = theme();
}
