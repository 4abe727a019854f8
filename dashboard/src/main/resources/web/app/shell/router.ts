import {openAddress} from '../state/view.ts';
import {pageOf} from './routes.ts';

/** Follows links to pages of the dashboard without loading the document again. */
export function interceptLinks(): void {
    addEventListener('click', event => {
        const link = (event.target as Element).closest?.('a');
        if (link && isPlain(event) && isOwnPage(link)) {
            event.preventDefault();
            const moves = link.pathname !== location.pathname;
            openAddress(new URL(link.href));
            if (moves) {
                scrollTo(0, 0);
            }
        }
    });
}

function isPlain(event: MouseEvent): boolean {
    return event.button === 0 && !event.defaultPrevented && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
}

function isOwnPage(link: HTMLAnchorElement | SVGAElement): link is HTMLAnchorElement {
    return (
        link instanceof HTMLAnchorElement &&
        link.origin === location.origin &&
        !link.target &&
        !link.hasAttribute('download') &&
        !(link.hash && link.pathname === location.pathname && link.search === location.search) &&
        pageOf(link.pathname) !== undefined
    );
}
