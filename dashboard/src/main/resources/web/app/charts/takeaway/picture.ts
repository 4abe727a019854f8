import {backgroundOf, styledCopy} from './styledCopy.ts';

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 16;
const TITLE_SIZE = 18;
const SMALL_SIZE = 11;
const LINE = SMALL_SIZE + 5;

export interface Picture {
    svg: SVGSVGElement;
    width: number;
    height: number;
}

/**
 * A chart as a picture that stands alone: with title, legend, source, background, and the colours of the theme that is shown.
 *
 * @param legend its items are list items
 * @param source where the data are from, in lines
 */
export function pictureOf(chart: SVGSVGElement, legend: Element | null, title: string, source: string[]): Picture {
    const box = chart.getBoundingClientRect();
    const top = MARGIN + TITLE_SIZE + MARGIN;
    const legendHeight = legend?.getBoundingClientRect().height ?? 0;
    const end = top + box.height + legendHeight;
    const picture = {
        svg: element('svg') as SVGSVGElement,
        width: Math.ceil(box.width) + 2 * MARGIN,
        height: Math.ceil(end) + source.length * LINE + MARGIN,
    };
    const {fontFamily, color} = getComputedStyle(document.body);
    set(picture.svg, {
        xmlns: SVG,
        width: picture.width,
        height: picture.height,
        viewBox: `0 0 ${picture.width} ${picture.height}`,
        'font-family': fontFamily,
        fill: color,
    });
    picture.svg.append(
        element('title', {}, title),
        element('rect', {width: '100%', height: '100%', fill: backgroundOf(chart)}),
        text(title, MARGIN, MARGIN + TITLE_SIZE * 0.8, TITLE_SIZE, 600),
        placed(styledCopy(chart), MARGIN, top, box),
        ...(legend ? legendMarks(legend, MARGIN, top + box.height) : []),
        ...source.map((line, index) => text(line, MARGIN, end + (index + 1) * LINE, SMALL_SIZE)),
    );
    return picture;
}

/** The items at the places that they have on the page: a sample, where one is drawn, and its text. */
function legendMarks(legend: Element, left: number, top: number): SVGElement[] {
    const from = legend.getBoundingClientRect();
    return [...legend.querySelectorAll('li')].flatMap(item => {
        const box = item.getBoundingClientRect();
        const x = left + box.left - from.left;
        const y = top + box.top - from.top;
        const sample = item.querySelector('svg');
        const size = sample?.getBoundingClientRect();
        const label = text(
            (item.textContent ?? '').trim(),
            x + (size ? size.width + 6 : 0),
            y + box.height * 0.7,
            SMALL_SIZE,
        );
        return sample && size
            ? [placed(styledCopy(sample), x, y + (box.height - size.height) / 2, size), label]
            : [label];
    });
}

function placed(drawing: SVGSVGElement, x: number, y: number, {width, height}: DOMRect): SVGSVGElement {
    set(drawing, {x, y, width, height});
    return drawing;
}

function text(content: string, x: number, y: number, size: number, weight = 400): SVGElement {
    return element('text', {x, y, 'font-size': size, 'font-weight': weight}, content);
}

function element(name: string, attributes: Record<string, string | number> = {}, content = ''): SVGElement {
    const created = document.createElementNS(SVG, name) as SVGElement;
    set(created, attributes);
    created.textContent = content;
    return created;
}

function set(target: Element, attributes: Record<string, string | number>): void {
    Object.entries(attributes).forEach(([name, value]) => target.setAttribute(name, String(value)));
}
