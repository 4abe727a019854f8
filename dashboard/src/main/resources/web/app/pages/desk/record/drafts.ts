import type {Source} from '../../../api/types.ts';
import type {Values} from '../form/values.ts';

const PREFIX = 'depositary.draft.';

/** A form that is not sent yet. It survives a visit to the reader, in this tab. */
export interface Draft {
    owner: string;
    values: Values;
    /** Makes a repeated request the same one: after a lost answer nothing is recorded twice. */
    key: string;
}

export function newDraft(owner = '', values: Values = {}): Draft {
    return {owner, values, key: crypto.randomUUID()};
}

export function loadDraft(kind: string): Draft {
    try {
        const draft = JSON.parse(sessionStorage.getItem(PREFIX + kind) ?? 'null') as Draft | null;
        return draft?.values && draft.key ? draft : newDraft();
    } catch {
        return newDraft();
    }
}

export function saveDraft(kind: string, draft: Draft): void {
    sessionStorage.setItem(PREFIX + kind, JSON.stringify(draft));
}

export function dropDraft(kind: string): void {
    sessionStorage.removeItem(PREFIX + kind);
}

/** The draft with one more source, unless it has it. */
export function withSource(draft: Draft, source: Source): Draft {
    const sources = (draft.values.sources ?? []) as Source[];
    const known = sources.some(
        each => each.document === source.document && each.anchor === source.anchor && each.quote === source.quote,
    );
    if (known) return draft;
    return {...draft, values: {...draft.values, sources: [...sources, {...source}]} as unknown as Values};
}
