import {openAddress} from '../state/view.ts';
import {pageOf} from './routes.ts';

/** Follows links to pages of the dashboard without loading the document again. */
export function interceptLinks(): void {
    addEventListener('click', event => {
        const link = (event.target as Element).closest?.<HTMLAnchorElement | SVGAElement>('a');
        const page = link && isPlain(event) ? ownPage(link) : undefined;
        if (page) {
            event.preventDefault();
            const moves = page.pathname !== location.pathname;
            openAddress(page);
            if (moves) {
                scrollTo(0, 0);
            }
        }
    });
}

function isPlain(event: MouseEvent): boolean {
    return (
        event.button === 0 &&
        !event.defaultPrevented &&
        !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    );
}

/** Links of charts are SVG elements, which have no parsed address. */
function ownPage(link: HTMLAnchorElement | SVGAElement): URL | undefined {
    const page = new URL(link.getAttribute('href') ?? '', location.href);
    const isSamePage = page.pathname === location.pathname && page.search === location.search;
    const isOwn =
        page.origin === location.origin &&
        !link.hasAttribute('target') &&
        !link.hasAttribute('download') &&
        !(page.hash && isSamePage) &&
        pageOf(page.pathname) !== undefined;
    return isOwn ? page : undefined;
}
