import {useView} from '../../state/view.ts';
import {SIZE} from './projection.ts';
import {formatZoom, parseZoom, wholeWorld, type Zoom} from './zoom.ts';

/** The part of a map that is shown, in parameter `map` of the URL. */
export function useMapZoom(first: Zoom = wholeWorld(SIZE)): [Zoom, (zoom: Zoom) => void] {
    const [view, change] = useView();
    const zoom = parseZoom(view.filters.map ?? '', SIZE) ?? first;
    const setZoom = (next: Zoom) => change({filters: {...view.filters, map: formatZoom(next, SIZE)}}, {replace: true});
    return [zoom, setZoom];
}
