import type {Word} from '../words/index.ts';

/** The pages in the header, in this order. */
export const NAVIGATION: {path: string; label: Word}[] = [
    {path: '/', label: 'frame.organizations'},
    {path: '/parties', label: 'frame.parties'},
    {path: '/exercises', label: 'exercises.nav'},
    {path: '/compare', label: 'compare.title'},
];
