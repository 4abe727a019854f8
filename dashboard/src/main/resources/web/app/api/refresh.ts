/** What a change concerns: ids of organisations, codes of parties, URLs of facts. */
export interface Subject {
    organizations: string[];
    parties: string[];
    facts: string[];
    /** The first part of the paths that the change concerns, such as exercises. */
    lists?: string[];
}

/** `everything` if it is unknown what changed. */
export type Changed = Subject | 'everything';

const listeners = new Set<(changed: Changed) => void>();

/** Makes reads of what changed read again. */
export function refreshReads(subject: Changed): void {
    listeners.forEach(listener => listener(subject));
}

export function onRefresh(listener: (changed: Changed) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/** Whether a read of this path may differ after a change. */
export function concerns(path: string, subject: Changed): boolean {
    if (subject === 'everything') {
        return true;
    }
    const [, , list, id] = path.split('?')[0]!.split('/').map(decodeURIComponent);
    switch (list) {
        case 'organizations':
            return id === undefined ? subject.organizations.length > 0 : subject.organizations.includes(id);
        case 'parties':
            return id !== undefined && subject.parties.includes(id);
        case 'memberships':
            return subject.organizations.length > 0 && subject.parties.length > 0;
        case 'findings':
        case 'changes':
            return true;
        default:
            return subject.facts.some(fact => path.startsWith(fact)) || (subject.lists ?? []).includes(list ?? '');
    }
}
