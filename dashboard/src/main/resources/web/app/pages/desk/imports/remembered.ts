const KEY = 'depositary.imports';
const MOST = 20;

/** An import that this browser sent. The list of imports does not know the names of files. */
export interface Remembered {
    id: string;
    file: string;
    sent: string;
}

export function rememberedImports(): Remembered[] {
    try {
        const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
        return Array.isArray(list) ? (list as Remembered[]).filter(each => typeof each.id === 'string') : [];
    } catch {
        return [];
    }
}

export function rememberImport(sent: Remembered): void {
    const others = rememberedImports().filter(each => each.id !== sent.id);
    localStorage.setItem(KEY, JSON.stringify([sent, ...others].slice(0, MOST)));
}
