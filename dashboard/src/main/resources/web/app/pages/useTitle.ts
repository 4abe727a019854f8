import {useEffect} from 'preact/hooks';

/** The title of the document. */
export function useTitle(title: string): void {
    useEffect(() => {
        document.title = title ? `${title} · Depositary` : 'Depositary';
    }, [title]);
}
