/** Which part of the map is shown: a scale (1 = the whole world) and the map point in the middle, in pixels at scale 1. */
export interface Zoom {
    scale: number;
    x: number;
    y: number;
}

export interface Size {
    width: number;
    height: number;
}

export const MAX_SCALE = 24;

export function wholeWorld({width, height}: Size): Zoom {
    return {scale: 1, x: width / 2, y: height / 2};
}

/** Keeps the scale in its limits and the shown part inside the map. */
export function limitZoom(zoom: Zoom, {width, height}: Size): Zoom {
    const scale = Math.min(MAX_SCALE, Math.max(1, zoom.scale));
    return {
        scale,
        x: between(width / 2 / scale, zoom.x, width - width / 2 / scale),
        y: between(height / 2 / scale, zoom.y, height - height / 2 / scale),
    };
}

/** Changes the scale so that the screen point (px, py) stays where it is. */
export function zoomAt(zoom: Zoom, factor: number, px: number, py: number, size: Size): Zoom {
    const scale = Math.min(MAX_SCALE, Math.max(1, zoom.scale * factor));
    const moved = 1 / zoom.scale - 1 / scale;
    return limitZoom(
        {scale, x: zoom.x + (px - size.width / 2) * moved, y: zoom.y + (py - size.height / 2) * moved},
        size,
    );
}

/** Moves the map with a pointer by (dx, dy) screen pixels. */
export function pan(zoom: Zoom, dx: number, dy: number, size: Size): Zoom {
    return limitZoom({...zoom, x: zoom.x - dx / zoom.scale, y: zoom.y - dy / zoom.scale}, size);
}

/** The smallest zoom that shows all points, with a margin and at most the given scale. */
export function zoomTo(points: readonly [number, number][], size: Size, maxScale = 6): Zoom {
    if (points.length === 0) {
        return wholeWorld(size);
    }
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const scale = Math.min(maxScale, (size.width * 0.7) / (east - west), (size.height * 0.7) / (south - north));
    return limitZoom({scale, x: (west + east) / 2, y: (north + south) / 2}, size);
}

/** Whether a point is in the shown part, at least a margin away from its edges. */
export function isInside([x, y]: [number, number], zoom: Zoom, {width, height}: Size, margin: number): boolean {
    const dx = Math.abs(x - zoom.x) * zoom.scale;
    const dy = Math.abs(y - zoom.y) * zoom.scale;
    return dx < width / 2 - margin && dy < height / 2 - margin;
}

export function transformOf(zoom: Zoom, {width, height}: Size): string {
    const dx = width / 2 - zoom.x * zoom.scale;
    const dy = height / 2 - zoom.y * zoom.scale;
    return `translate(${dx.toFixed(2)} ${dy.toFixed(2)}) scale(${zoom.scale})`;
}

/** As text for the URL: scale, then x and y as parts of the map's width and height. */
export function formatZoom(zoom: Zoom, {width, height}: Size): string {
    return [zoom.scale.toFixed(3), (zoom.x / width).toFixed(5), (zoom.y / height).toFixed(5)].join('_');
}

export function parseZoom(text: string, {width, height}: Size): Zoom | undefined {
    const match = /^(\d{1,2}\.\d{3})_(\d\.\d{5})_(\d\.\d{5})$/.exec(text);
    const [scale = 1, x = 0, y = 0] = (match ?? []).slice(1).map(Number);
    return match ? limitZoom({scale, x: x * width, y: y * height}, {width, height}) : undefined;
}

function between(low: number, value: number, high: number): number {
    return Math.min(high, Math.max(low, value));
}
