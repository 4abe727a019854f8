/** What a change concerns: ids of organisations, codes of parties, URLs of facts. */
export interface Subject {
    organizations: string[];
    parties: string[];
    facts: string[];
    /** The first part of the paths that the change concerns, such as exercises. */
    lists?: string[];
}

const listeners = new Set<(subject: Subject) => void>();

/** Makes reads of this subject read again. */
export function refreshReads(subject: Subject): void {
    listeners.forEach(listener => listener(subject));
}

export function onRefresh(listener: (subject: Subject) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/** Whether a read of this path may differ after a change of the subject. */
export function concerns(path: string, subject: Subject): boolean {
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
