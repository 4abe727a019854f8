import type {Field} from './schema.ts';

/** Why something is corrected, retracted, preferred or dismissed. */
export const REASON: Field = {name: 'reason', kind: 'long-text', required: true, nullable: false, maxLength: 2_000};

export const SOURCES: Field = {name: 'sources', kind: 'sources', required: true, nullable: false};
