const SVG = 'http://www.w3.org/2000/svg';
/** What style sheets decide about a mark. A picture has no style sheet, so it gets the values. */
const PROPERTIES = [
    'color',
    'display',
    'dominant-baseline',
    'fill',
    'fill-opacity',
    'font-family',
    'font-size',
    'font-style',
    'font-weight',
    'letter-spacing',
    'opacity',
    'paint-order',
    'stroke',
    'stroke-dasharray',
    'stroke-linecap',
    'stroke-linejoin',
    'stroke-opacity',
    'stroke-width',
    'text-anchor',
    'visibility',
] as const;
const MARGIN = 16;
const TITLE_SIZE = 18;
const SOURCE_SIZE = 11;

export interface Picture {
    svg: SVGSVGElement;
    width: number;
    height: number;
}

/**
 * A copy of a chart that stands alone: with title, source line, background and the colours of the theme that is shown.
 *
 * @param source where the data are from; several lines are possible
 */
export function pictureOf(chart: SVGSVGElement, title: string, source: string[]): Picture {
    const {width, height} = chart.getBoundingClientRect();
    const copy = styledCopy(chart);
    const top = MARGIN + TITLE_SIZE + MARGIN / 2;
    const bottom = source.length * (SOURCE_SIZE + 4) + MARGIN;
    const picture = {svg: element('svg', {}), width: width + 2 * MARGIN, height: top + height + bottom};
    const style = getComputedStyle(document.body);
    set(picture.svg, {
        xmlns: SVG,
        width: picture.width,
        height: picture.height,
        viewBox: `0 0 ${picture.width} ${picture.height}`,
        'font-family': style.fontFamily,
        fill: style.color,
    });
    set(copy, {x: MARGIN, y: top, width, height, viewBox: chart.getAttribute('viewBox') ?? `0 0 ${width} ${height}`});
    picture.svg.append(
        element('title', {}, title),
        element('rect', {width: '100%', height: '100%', fill: backgroundOf(chart)}),
        line(title, MARGIN + TITLE_SIZE * 0.8, TITLE_SIZE, 600),
        copy,
        ...source.map((text, index) => line(text, top + height + (index + 1) * (SOURCE_SIZE + 4), SOURCE_SIZE, 400)),
    );
    return picture;
}

export function svgFile({svg}: Picture): Blob {
    return new Blob([new XMLSerializer().serializeToString(svg)], {type: 'image/svg+xml'});
}

/** Twice as many pixels as on the page, so that it prints well. */
export async function pngFile(picture: Picture, scale = 2): Promise<Blob> {
    const url = URL.createObjectURL(svgFile(picture));
    try {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = Math.ceil(picture.width * scale);
        canvas.height = Math.ceil(picture.height * scale);
        canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
        return await new Promise((resolve, reject) =>
            canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('The picture is too large.'))), 'image/png'),
        );
    } finally {
        URL.revokeObjectURL(url);
    }
}

function styledCopy(chart: SVGSVGElement): SVGSVGElement {
    const copy = chart.cloneNode(true) as SVGSVGElement;
    const originals = [chart, ...chart.querySelectorAll('*')];
    const copies = [copy, ...copy.querySelectorAll('*')];
    originals.forEach((original, index) => {
        const twin = copies[index]!;
        const style = getComputedStyle(original);
        for (const property of PROPERTIES) {
            set(twin, {[property]: inThisFile(style.getPropertyValue(property))});
        }
        ['class', 'style', 'tabindex', 'data-picture'].forEach(name => twin.removeAttribute(name));
    });
    copies
        .filter((_, index) => originals[index]!.getAttribute('data-picture') === 'none')
        .forEach(controls => controls.remove());
    return copy;
}

/** References to patterns and clip paths are to the same file, also if the browser made them absolute. */
function inThisFile(value: string): string {
    return value.replace(/url\("?[^"#)]*(#[^")]+)"?\)/g, 'url($1)');
}

function backgroundOf(chart: Element): string {
    for (let at: Element | null = chart; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (colour !== 'transparent' && colour !== 'rgba(0, 0, 0, 0)') {
            return colour;
        }
    }
    return 'white';
}

function line(text: string, y: number, size: number, weight: number): SVGElement {
    return element('text', {x: MARGIN, y, 'font-size': size, 'font-weight': weight}, text);
}

function element(name: 'svg', attributes: Record<string, string | number>): SVGSVGElement;
function element(name: string, attributes: Record<string, string | number>, text?: string): SVGElement;
function element(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
    const created = document.createElementNS(SVG, name) as SVGElement;
    set(created, attributes);
    created.textContent = text;
    return created;
}

function set(target: Element, attributes: Record<string, string | number>): void {
    Object.entries(attributes).forEach(([name, value]) => value !== '' && target.setAttribute(name, String(value)));
}
