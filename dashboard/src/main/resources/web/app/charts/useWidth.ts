import type {RefObject} from 'preact';
import {useLayoutEffect, useState} from 'preact/hooks';

/** The width of an element in pixels, also after it changes. 0 before the first layout. */
export function useWidth(element: RefObject<Element>): number {
    const [width, setWidth] = useState(0);
    useLayoutEffect(() => {
        const observer = new ResizeObserver(entries => setWidth(Math.floor(entries[0]!.contentRect.width)));
        observer.observe(element.current!);
        return () => observer.disconnect();
    }, []);
    return width;
}
