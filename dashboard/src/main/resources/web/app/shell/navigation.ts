import type {Word} from '../words/index.ts';

/** The pages in the header, in this order. */
export const NAVIGATION: {path: string; label: Word}[] = [
    {path: '/', label: 'frame.organizations'},
    {path: '/parties', label: 'frame.parties'},
    {path: '/exercises', label: 'exercises.nav'},
    {path: '/documents', label: 'frame.documents'},
    {path: '/compare', label: 'compare.title'},
    {path: '/desk', label: 'frame.desk'},
];
