const BARE = '/embed/';

/** Whether this page is the bare page of one chart, for frames in other pages. */
export const isEmbedded = location.pathname.startsWith(BARE);

/** The page of the dashboard that shows the same chart with everything around it. */
export function fullPath(path: string): string {
    return path.replace(/^\/embed(\/.*)\/[^/]+$/, '$1');
}
