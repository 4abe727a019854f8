import type {Field} from './schema.ts';

/** The reason of a correction, retraction, preference or dismissal. */
export const REASON: Field = {name: 'reason', kind: 'long-text', required: true, nullable: false, maxLength: 2_000};

export const SOURCES: Field = {name: 'sources', kind: 'sources', required: true, nullable: false};
