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
