import {useEffect, useState} from 'preact/hooks';
import {preferredLanguage, rememberLanguage, setLanguage} from './language.ts';
import {isEmbedded} from './embedded.ts';
import {changeView, formatView, parseView, type View} from './url.ts';

export type {View} from './url.ts';

/** Browsers refuse a page that changes its URL too often, as a slider would. */
const URL_DELAY_MS = 200;
/** The day rests when it has not moved for this time. */
const REST_MS = 120;

let current: View = fromAddress();
let isAddressed = true;
let pendingUrl: ReturnType<typeof setTimeout> | undefined;
let resting: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const movingListeners = new Set<() => void>();

addEventListener('popstate', () => {
    isAddressed = true;
    adopt(fromAddress());
});

/** The view of this moment, for code outside of components. */
export function currentView(): View {
    return current;
}

/** Whether the view is that of a shared address, or one to which the reader went back: not a step that was made here. */
export function isAddressedView(): boolean {
    return isAddressed;
}

/** The view, and a function that changes it. A change is a step of the browser's history, unless it replaces. */
export function useView(): [View, (change: Partial<View>, options?: {replace?: boolean}) => void] {
    const [view, setView] = useState(current);
    useEffect(() => onViewChange(() => setView(current)), []);
    return [view, navigate];
}

/** The view with the as-of day of this very moment, for what follows a slider. All others see the day where it rests. */
export function useMovingView(): [View, typeof navigate] {
    const [view, setView] = useState(current);
    useEffect(() => {
        const update = () => setView(current);
        update();
        movingListeners.add(update);
        return () => void movingListeners.delete(update);
    }, []);
    return [view, navigate];
}

export function onViewChange(listener: () => void): () => void {
    listeners.add(listener);
    listener();
    return () => listeners.delete(listener);
}

export function navigate(change: Partial<View>, options: {replace?: boolean} = {}): void {
    const next = changeView(current, change);
    const url = formatView(next, preferredLanguage());
    if (isEmbedded && next.path !== current.path) {
        open(url, '_blank', 'noopener');
        return;
    }
    if (options.replace) {
        clearTimeout(pendingUrl);
        pendingUrl = setTimeout(writePendingUrl, URL_DELAY_MS);
    } else if (url !== location.pathname + location.search) {
        writePendingUrl();
        isAddressed = false;
        // The passage of a document stays open while the rest of the view changes.
        history.pushState(null, '', url + (next.path === current.path ? location.hash : ''));
    }
    adopt(next, options.replace === true && Object.keys(change).join() === 'on');
}

/** Opens a page of this origin as a link does. An embedded chart opens other pages in a new tab. */
export function openAddress(url: URL): void {
    if (isEmbedded && url.pathname !== current.path) {
        open(url, '_blank', 'noopener');
        return;
    }
    writePendingUrl();
    isAddressed = false;
    history.pushState(null, '', url);
    adopt(fromAddress());
}

/** The address of a link that changes the view. */
export function href(view: View, change: Partial<View>): string {
    return formatView(changeView(view, change), preferredLanguage());
}

/** Also the default of later visits. */
export function chooseLanguage(lang: View['lang']): void {
    rememberLanguage(lang);
    navigate({lang}, {replace: true});
}

function writePendingUrl(): void {
    if (pendingUrl) {
        clearTimeout(pendingUrl);
        pendingUrl = undefined;
        history.replaceState(null, '', formatView(current, preferredLanguage()) + location.hash);
    }
}

function adopt(next: View, dayMoves = false): void {
    current = next;
    showLanguage(next.lang);
    movingListeners.forEach(listener => listener());
    clearTimeout(resting);
    if (dayMoves) {
        resting = setTimeout(notify, REST_MS);
    } else {
        notify();
    }
}

function notify(): void {
    listeners.forEach(listener => listener());
}

function fromAddress(): View {
    const view = parseView(new URL(location.href), preferredLanguage());
    showLanguage(view.lang);
    return view;
}

function showLanguage(lang: View['lang']): void {
    setLanguage(lang);
    // Setting it again, even to the same language, makes the browser compute all styles again.
    if (document.documentElement.lang !== lang) {
        document.documentElement.lang = lang;
    }
}
