import {send} from '../../../api/client.ts';
import {headersOf} from './fileHeaders.ts';
import type {Import, Kind} from './types.ts';

export interface Upload {
    kind: Kind;
    file: File;
    charset: string;
    /** Query parameters of the import. Empty ones are left out. */
    options: Record<string, string>;
}

/** Sends a file. Returns the import, which is not decided yet. Throws Problem. */
export async function upload({kind, file, charset, options}: Upload): Promise<Import> {
    const query = new URLSearchParams(Object.entries(options).filter(([, value]) => value));
    const {data} = await send<Import>('POST', `/api/imports/${kind}?${query}`, file, headersOf(file.name, charset));
    return data;
}
