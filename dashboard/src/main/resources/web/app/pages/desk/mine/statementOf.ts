import type {Change} from './useMyChanges.ts';

/** The field of a statement that names the owner of its stream. */
const OWNERS: Record<string, string> = {
    membership: 'organization',
    organization: 'organization',
    party: 'party',
    exercise: 'exercise',
    instrument: 'instrument',
};

/** What a fact says after a change. Events do not repeat the owner of their stream, which the subject has: `membership:sco/UZ`. */
export function statementOf({subject, data}: Pick<Change, 'subject' | 'data'>): Record<string, unknown> {
    const [kind = '', id = ''] = subject.split(':');
    const owner = OWNERS[kind];
    return owner ? {[owner]: id.split('/')[0], ...data} : data;
}
