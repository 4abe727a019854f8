/** Browsers give plain HTTP no clipboard. There, the old command copies what is selected. */
export async function copyTextOf(element: Element): Promise<boolean> {
    if (navigator.clipboard) {
        return navigator.clipboard.writeText(element.textContent ?? '').then(
            () => true,
            () => copySelected(element),
        );
    }
    return copySelected(element);
}

/** The text stays selected, so a reader can copy it without the command too. */
function copySelected(element: Element): boolean {
    getSelection()?.selectAllChildren(element);
    return document.execCommand('copy');
}
