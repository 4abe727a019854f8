import {COMMANDS, commandOfFact, type Owner} from '../commands.ts';
import type {Values} from '../form/values.ts';

/** A change of a fact, as the change log says it. */
export interface FactChange {
    fact: string | null;
    action: string;
    before: Values | null;
    after: Values | null;
    stands: boolean;
}

/** A command that takes one step back. It is a later event; nothing is deleted. */
export type StepBack =
    | {kind: 'retraction'; path: string}
    | {kind: 'correction'; path: string; values: Values}
    | {kind: 'withdrawal'; path: string}
    | {kind: 'again'; command: string; owner: string; values: Values};

/** The step back from a change. Undefined if it has none: a check or an added source changes no statement. */
export function stepBackOf(change: FactChange, data: Record<string, unknown>): StepBack | undefined {
    const {fact, action, before} = change;
    if (!fact) {
        return undefined;
    }
    switch (action) {
        case 'recorded':
            return {kind: 'retraction', path: `${fact}/retraction`};
        case 'corrected':
            return before ? {kind: 'correction', path: `${fact}/corrections`, values: before} : undefined;
        case 'claimed':
            return typeof data.claim === 'number'
                ? {kind: 'withdrawal', path: `${fact}/claims/${data.claim}/withdrawal`}
                : undefined;
        case 'retracted':
            return before ? again(fact, before, data) : undefined;
        default:
            return undefined;
    }
}

/** A retraction is final, so the statement is recorded as a new fact. */
function again(fact: string, before: Values, data: Record<string, unknown>): StepBack | undefined {
    const command = commandOfFact(fact);
    if (!command) {
        return undefined;
    }
    const owner = ownerOf(command.of, fact, {...data, ...before});
    return owner === undefined ? undefined : {kind: 'again', command: command.kind, owner, values: before};
}

/** An organisation or an instrument is its own owner: its id is in its address. */
function ownerOf(of: Owner | undefined, fact: string, statement: Record<string, unknown>): string | undefined {
    if (of === undefined) {
        return '';
    }
    const [, , collection, id] = fact.split('/');
    const own = COMMANDS.some(each => each.method === 'PUT' && each.collection === collection);
    const stated = own ? id : statement[of];
    return typeof stated === 'string' ? stated : undefined;
}
