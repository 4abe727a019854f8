import {hasWord, word} from './index.ts';

/** Prefixes of the words for the codes of a field. The first one that has the code is used. */
const PREFIXES: Record<string, readonly string[]> = {
    change: ['change'],
    status: ['status', 'exercise-status'],
    candidacy: ['status'],
    act: ['act'],
    step: ['step'],
    role: ['role'],
    kind: ['exercise-kind', 'code'],
    view: ['choice'],
    state: ['choice'],
    force: ['choice'],
    rights: ['choice'],
    office: ['code'],
    organ: ['code'],
    parent: ['code'],
    subject: ['code'],
    rule: ['code'],
    measure: ['code'],
    unit: ['code'],
};

/** The key of the word for a code of this field. Undefined if it has none. */
export function prefixOf(field: string, code: string): string | undefined {
    return (PREFIXES[field] ?? []).find(prefix => hasWord(prefix, code));
}

/** The word for a code of this field, such as `withdrawal`: a party leaves an organisation, or troops leave a country. */
export function codeText(field: string, code: string): string {
    return word(prefixOf(field, code) ?? 'choice', code);
}
