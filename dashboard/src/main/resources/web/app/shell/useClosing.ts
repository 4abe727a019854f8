import type {RefObject} from 'preact';
import {useEffect} from 'preact/hooks';

/**
 * Closes an open popup by Escape, which gives the focus back to its button, and when the focus or the pointer goes elsewhere.
 *
 * @param box the element with the button and the popup
 */
export function useClosing(box: RefObject<HTMLElement>, open: boolean, close: () => void): void {
    useEffect(() => {
        const element = box.current;
        if (!open || !element) {
            return undefined;
        }
        const ending = new AbortController();
        const leave = ({target}: Event) => element.contains(target as Node) || close();
        const escape = (event: KeyboardEvent) => {
            if (event.key === 'Escape') {
                element.querySelector<HTMLElement>('[aria-expanded]')?.focus();
                close();
            }
        };
        element.addEventListener('keydown', escape, {signal: ending.signal});
        document.addEventListener('focusin', leave, {signal: ending.signal});
        document.addEventListener('pointerdown', leave, {signal: ending.signal});
        return () => ending.abort();
    }, [open]);
}
