const REQUEST = 'depositary:height?';

/** Tells the embedding page how high this page is, in CSS pixels, and again whenever that changes. */
export function reportHeight(content: Element): () => void {
    if (parent === window) {
        return () => {};
    }
    const report = () => parent.postMessage({depositaryHeight: Math.ceil(content.getBoundingClientRect().height)}, '*');
    const answer = ({source, data}: MessageEvent) => source === parent && data === REQUEST && report();
    const observer = new ResizeObserver(report);
    observer.observe(content);
    addEventListener('message', answer);
    return () => {
        observer.disconnect();
        removeEventListener('message', answer);
    };
}
