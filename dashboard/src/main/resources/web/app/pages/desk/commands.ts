/** The things that own facts. The path of a command names one of them. */
export type Owner = 'organization' | 'party' | 'instrument' | 'exercise';

/** A command that records a fact. The OpenAPI document of the interface has its fields. */
export interface Command {
    kind: string;
    method: 'POST' | 'PUT';
    path: string;
    /** The owner that the path names. A command without one creates a thing of its own. */
    of?: Owner;
    /** The first part of the address of the facts that it records. */
    collection: string;
}

export const COMMANDS: Command[] = [
    ofOrganization('membership-change', 'membership-changes'),
    ofOrganization('organ', 'organs'),
    ofOrganization('term', 'terms'),
    ofOrganization('meeting', 'meetings'),
    ofOrganization('relation', 'relations'),
    ofOrganization('contribution', 'contributions'),
    ofOrganization('rule', 'rules'),
    ofOrganization('figure', 'figures'),
    {...ofOrganization('organization-change', 'changes'), collection: 'organization-changes'},
    {
        kind: 'organization',
        method: 'PUT',
        path: '/api/organizations/{organization}',
        of: 'organization',
        collection: 'organizations',
    },
    {kind: 'party-figure', method: 'POST', path: '/api/parties/{code}/figures', of: 'party', collection: 'figures'},
    {
        kind: 'instrument',
        method: 'PUT',
        path: '/api/instruments/{instrument}',
        of: 'instrument',
        collection: 'instruments',
    },
    {kind: 'act', method: 'POST', path: '/api/instruments/{instrument}/acts', of: 'instrument', collection: 'acts'},
    {kind: 'exercise', method: 'POST', path: '/api/exercises', collection: 'exercises'},
    ofExercise('participation', 'participants', 'participations'),
    ofExercise('exercise-phase', 'phases', 'exercise-phases'),
    ofExercise('exercise-step', 'steps', 'exercise-steps'),
    ofExercise('exercise-purpose', 'purposes', 'exercise-purposes'),
];

export function commandOf(kind: string | undefined): Command {
    return COMMANDS.find(each => each.kind === kind) ?? COMMANDS[0]!;
}

/** The command whose fields a recorded fact has. Some kinds, such as merges, have none. */
export function commandOfFact(url: string): Command | undefined {
    const collection = url.split('/')[2];
    return COMMANDS.find(each => each.collection === collection);
}

/** The address to which a command about this owner is sent. */
export function addressOf(command: Command, owner: string): string {
    return command.path.replace(/\{[^}]+\}/, encodeURIComponent(owner));
}

function ofOrganization(kind: string, collection: string): Command {
    return {
        kind,
        method: 'POST',
        path: `/api/organizations/{organization}/${collection}`,
        of: 'organization',
        collection,
    };
}

function ofExercise(kind: string, part: string, collection: string): Command {
    return {kind, method: 'POST', path: `/api/exercises/{id}/${part}`, of: 'exercise', collection};
}
