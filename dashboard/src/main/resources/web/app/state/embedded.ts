import type {View} from './url.ts';

const BARE = '/embed/';

/** Whether this page is the bare page of one chart, for frames in other pages. */
export const isEmbedded = location.pathname.startsWith(BARE);

/** The view of the dashboard that shows the same chart with everything around it. */
export function fullView({path, filters, zoom}: View): Partial<View> {
    const {live, theme, ...ofChart} = filters;
    return {
        path: path.replace(/^\/embed(\/.*)\/[^/]+$/, '$1'),
        tab: path.endsWith('/matrix') ? 'matrix' : '',
        filters: ofChart,
        zoom,
    };
}
