/** A record or stream that the register could not read. */
export interface ParkedItem {
    id: string;
    reason: 'gap' | 'fork' | 'malformed' | 'unreadable';
    detail: string;
    stream?: string;
    version?: number;
    projector?: string;
    since: string;
}
