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
    'vector-effect',
    'visibility',
];
/** They mean nothing outside of the page. */
const OF_PAGE = ['class', 'style', 'tabindex', 'href', 'role'];

/** A copy of a drawing that looks the same without the style sheets of the page. */
export function styledCopy(drawing: SVGSVGElement): SVGSVGElement {
    const copy = drawing.cloneNode(true) as SVGSVGElement;
    const twins = [copy, ...copy.querySelectorAll('*')];
    [drawing, ...drawing.querySelectorAll('*')].forEach((original, index) => {
        const style = getComputedStyle(original);
        const twin = twins[index]!;
        OF_PAGE.forEach(name => twin.removeAttribute(name));
        for (const property of PROPERTIES) {
            const value = style.getPropertyValue(property);
            if (value) {
                twin.setAttribute(property, inThisFile(value));
            }
        }
    });
    return copy;
}

/** Browsers make references to patterns absolute. In the copy they stay in the file. */
function inThisFile(value: string): string {
    return value.replace(/url\("?[^"#)]*(#[^")]+)"?\)/g, 'url($1)');
}

/** The colour behind an element. */
export function backgroundOf(element: Element): string {
    for (let at: Element | null = element; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (colour && colour !== 'transparent' && colour !== 'rgba(0, 0, 0, 0)') {
            return colour;
        }
    }
    return 'white';
}
