import {word} from '../../../words/index.ts';

/** The name of a field in the reader's language. A field without a word has its own name, in parts: "joint force". */
export function fieldLabel(name: string): string {
    return word('field', name).replace(
        /([a-z])([A-Z])/g,
        (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
    );
}

/** The name of a kind of fact. */
export function kindLabel(kind: string): string {
    return word('choice', kind);
}
