/** One change of the register: a CloudEvent of `/api/changes/stream`. */
export interface Change {
    cursor: string;
    id: string;
    type: string;
    subject: string;
    /** When the register learned it: an instant. */
    time: string;
    data: Record<string, unknown>;
}

export function kindOf(change: Change): string {
    return change.type.split('.')[2] ?? '';
}

export function organizationsOf({subject, data}: Change): Set<string> {
    const [stream = '', id = ''] = split(subject, ':');
    const named = texts(
        data.organization,
        data.organizations,
        data['members-of'],
        each(data.participants, 'members-of'),
    );
    if (stream === 'organization') {
        named.add(id);
    } else if (stream === 'membership') {
        named.add(split(id, '/')[0] ?? '');
    }
    return named;
}

export function partiesOf({subject, data}: Change): Set<string> {
    const [stream = '', id = ''] = split(subject, ':');
    const named = texts(
        data.party,
        data.parties,
        data.with,
        each(data.participants, 'party'),
        each(data.attendance, 'party'),
    );
    if (stream === 'membership' || stream === 'act') {
        named.add(split(id, '/')[1] ?? '');
    }
    return named;
}

/** Splits at the first separator. */
function split(text: string, separator: string): string[] {
    const at = text.indexOf(separator);
    return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function each(list: unknown, field: string): unknown[] {
    return Array.isArray(list) ? list.map(item => (item as Record<string, unknown> | null)?.[field]) : [];
}

function texts(...values: unknown[]): Set<string> {
    return new Set(values.flat().filter((value): value is string => typeof value === 'string' && value !== ''));
}
