import type {Source} from '../../../api/types.ts';
import type {Values} from '../form/values.ts';
import {newKey} from '../requestKeys.ts';

const PREFIX = 'depositary.draft.';

/** A form that is not sent yet. It survives a visit to the reader, in this tab. */
export interface Draft {
    owner: string;
    values: Values;
    /** The last request and its idempotency key: sent again after a lost answer, it is the same request. */
    sent?: {request: string; key: string};
}

export function loadDraft(kind: string): Draft {
    try {
        const draft = JSON.parse(sessionStorage.getItem(PREFIX + kind) ?? 'null') as Draft | null;
        return draft?.values ? draft : {owner: '', values: {}};
    } catch {
        return {owner: '', values: {}};
    }
}

export function saveDraft(kind: string, draft: Draft): void {
    sessionStorage.setItem(PREFIX + kind, JSON.stringify(draft));
}

/** The draft as it is sent. */
export function withRequest(draft: Draft, address: string, values: Values): Draft & {sent: {key: string}} {
    const request = JSON.stringify([address, values]);
    const sent = draft.sent?.request === request ? draft.sent : {request, key: newKey()};
    return {...draft, values, sent};
}

/** The draft with one more source, unless it has it. */
export function withSource(draft: Draft, source: Source): Draft {
    const sources = (draft.values.sources ?? []) as Source[];
    const known = sources.some(
        each => each.document === source.document && each.anchor === source.anchor && each.quote === source.quote,
    );
    return known
        ? draft
        : {...draft, values: {...draft.values, sources: [...sources, {...source}]} as unknown as Values};
}
