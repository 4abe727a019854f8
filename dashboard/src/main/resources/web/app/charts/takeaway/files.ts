import type {Picture} from './picture.ts';

/** Pixels of a PNG for each pixel of the page, so that it prints well. */
const SCALE = 2;

export function svgFile({svg}: Picture): Blob {
    return new Blob([new XMLSerializer().serializeToString(svg)], {type: 'image/svg+xml'});
}

/** Throws if the picture is larger than the browser can draw. */
export async function pngFile(picture: Picture): Promise<Blob> {
    const url = URL.createObjectURL(svgFile(picture));
    try {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = picture.width * SCALE;
        canvas.height = picture.height * SCALE;
        canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
        return await new Promise((resolve, reject) =>
            canvas.toBlob(file => (file ? resolve(file) : reject(new Error('The picture is too large.'))), 'image/png'),
        );
    } finally {
        URL.revokeObjectURL(url);
    }
}

/** Saves a file to the disk of the reader. */
export function download(file: Blob, name: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    // The browser reads the file after this call.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A name for a file: letters and digits of the title, and the as-of day. */
export function fileName(title: string, day: string, extension: string): string {
    const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['chart'];
    return `${[...words.slice(0, 8), day].filter(Boolean).join('-')}.${extension}`;
}
