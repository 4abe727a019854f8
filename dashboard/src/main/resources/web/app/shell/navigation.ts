import type {Word} from '../words/index.ts';

/** The pages in the header, in this order. */
export const NAVIGATION: {path: string; label: Word}[] = [
    {path: '/', label: 'frame.organizations'},
    {path: '/parties', label: 'frame.parties'},
    {path: '/documents', label: 'frame.documents'},
    {path: '/desk', label: 'frame.desk'},
];
