/** As seen on the screen: in Arabic, the next word is on the left. */
type Direction = 'left' | 'right';

/**
 * What a key does on a passage that has the focus: arrows up and down, Home and End move to another passage; Enter opens the
 * passage and selects its text; then left and right move the start of the selection by a word, Shift with an arrow its end.
 *
 * @param open makes a passage the open one
 */
export function onPassageKey(event: KeyboardEvent, open: (anchor: string) => void): void {
    const passage = event.target as HTMLElement;
    if (!passage.dataset.anchor || event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }
    const done = event.shiftKey ? moveEnd(passage, event.key) : act(passage, event.key, open);
    if (done) {
        event.preventDefault();
    }
}

function act(passage: HTMLElement, key: string, open: (anchor: string) => void): boolean {
    switch (key) {
        case 'ArrowDown':
        case 'ArrowUp':
            return focus(neighbour(passage, key === 'ArrowDown' ? 1 : -1));
        case 'Home':
        case 'End':
            return focus(passagesAround(passage).at(key === 'Home' ? 0 : -1));
        case 'Enter':
            open(passage.dataset.anchor!);
            return select(passage);
        case 'ArrowRight':
        case 'ArrowLeft':
            return moveStart(passage, key === 'ArrowRight' ? 'right' : 'left');
        default:
            return false;
    }
}

function passagesAround(passage: HTMLElement): HTMLElement[] {
    return [...passage.closest('article')!.querySelectorAll<HTMLElement>('[data-anchor]')];
}

function neighbour(passage: Element, step: 1 | -1): HTMLElement | undefined {
    const all = passagesAround(passage as HTMLElement);
    return all[all.indexOf(passage as HTMLElement) + step];
}

function focus(passage: HTMLElement | undefined): boolean {
    passage?.focus();
    return passage !== undefined;
}

function select(passage: HTMLElement): boolean {
    const [first, last] = textEnds(passage);
    if (first && last) {
        getSelection()!.setBaseAndExtent(first, 0, last, last.length);
    }
    return true;
}

/** Browsers move only the end of a selection. So a collapsed one looks for the next word, and becomes the new start. */
function moveStart(passage: HTMLElement, direction: Direction): boolean {
    const range = selectedIn(passage);
    if (!range) {
        return false;
    }
    const selection = getSelection()!;
    const {startContainer, startOffset, endContainer, endOffset} = range;
    selection.collapse(startContainer, startOffset);
    selection.modify('move', direction, 'word');
    const focusNode = selection.focusNode;
    const focusOffset = wordFrom(focusNode, selection.focusOffset);
    const moved = document.createRange();
    moved.setStart(focusNode!, focusOffset);
    moved.setEnd(endContainer, endOffset);
    const isInside = passage.contains(focusNode) && !moved.collapsed;
    selection.setBaseAndExtent(
        isInside ? focusNode! : startContainer,
        isInside ? focusOffset : startOffset,
        endContainer,
        endOffset,
    );
    return true;
}

/** Some browsers stop after a word, others before the next one. */
function wordFrom(node: Node | null, offset: number): number {
    const next = node instanceof Text ? node.data.slice(offset).search(/[\p{L}\p{N}]/u) : 0;
    return offset + Math.max(next, 0);
}

/** Left and right move the end by a word, up and down by a passage. It stays after the start. */
function moveEnd(passage: HTMLElement, key: string): boolean {
    const range = selectedIn(passage);
    const selection = getSelection()!;
    if (!range || !/^Arrow/.test(key)) {
        return false;
    }
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
        selection.modify('extend', key === 'ArrowRight' ? 'right' : 'left', 'word');
    } else {
        extendToPassage(range, passage, key === 'ArrowDown' ? 1 : -1);
    }
    const after = selection.getRangeAt(0);
    if (selection.isCollapsed || after.compareBoundaryPoints(Range.START_TO_START, range) < 0) {
        selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    }
    return true;
}

/** A selection of the last passage can end after all passages. Then it is extended from its first one. */
function extendToPassage(range: Range, passage: HTMLElement, step: 1 | -1): void {
    const {endContainer} = range;
    const from = endContainer instanceof Element ? endContainer : endContainer.parentElement;
    const next = neighbour(from?.closest<HTMLElement>('[data-anchor]') ?? passage, step);
    const last = next && textEnds(next)[1];
    if (last) {
        getSelection()!.extend(last, last.length);
    }
}

/** The selection, if it begins in the passage. */
function selectedIn(passage: HTMLElement): Range | undefined {
    const selection = getSelection();
    const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
    return range && passage.contains(range.startContainer) ? range.cloneRange() : undefined;
}

/** The first and the last text of a passage. The texts of its buttons are none of it. */
function textEnds(passage: Element): [Text | undefined, Text | undefined] {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode as Text;
        if (!text.parentElement!.closest('button')) {
            texts.push(text);
        }
    }
    return [texts[0], texts.at(-1)];
}
