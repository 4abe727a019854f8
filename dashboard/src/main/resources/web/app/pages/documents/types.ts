import type {EffectiveDate} from '../../api/types.ts';

export interface SearchHit {
    anchor: string;
    kind: string;
    language?: string;
    text: string;
    /** Pairs of offsets in `text`, in code points. */
    highlights: [number, number][];
}

export interface DocumentItem {
    id: string;
    url: string;
    status: string;
    rights: 'public' | 'restricted';
    mediaType: string;
    filename?: string;
    language?: string | null;
    title?: string | null;
    date?: EffectiveDate | null;
    place?: string | null;
    publisher?: string | null;
    author?: string | null;
    type?: string | null;
    pages?: number | null;
    problem?: string | null;
    hits?: SearchHit[];
}

export interface Passage {
    anchor: string;
    kind: 'heading' | 'paragraph' | 'list-item' | 'table-row' | 'footnote' | 'metadata';
    text: string;
    start: number;
    end: number;
    language?: string;
    page?: number;
    pageLabel?: string;
}

export function titleOf(document: DocumentItem): string {
    return document.title || document.filename || document.id;
}
