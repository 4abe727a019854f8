import {changeView, formatView, type View} from '../../state/url.ts';

/** The address of a view for other readers. It always names the language, which each browser would choose otherwise. */
export function sharedAddress(view: View, change: Partial<View>, origin: string): URL {
    return new URL(formatView(changeView(view, change), null), origin);
}
