/** The height before the chart has reported its own, in CSS pixels. */
const HEIGHT = 480;

/** HTML that shows a chart in a page of another site. The script gives the frame the height of its content. */
export function embedCode(url: URL, title: string): string {
    return [
        `<iframe src="${attribute(url.href)}" title="${attribute(title)}" width="100%" height="${HEIGHT}"`,
        ' loading="lazy" style="border:0"></iframe>\n',
        `<script src="${attribute(url.origin)}/embed/resize.js" async></script>`,
    ].join('');
}

function attribute(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
