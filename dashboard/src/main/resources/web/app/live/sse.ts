/** One block of a stream of server-sent events (HTML Living Standard, section 9.2). */
export interface SseBlock {
    event: string;
    data: string;
    id?: string;
    /** Milliseconds before the next connection. */
    retry?: number;
}

/**
 * Parses a stream of server-sent events. Unlike `EventSource`, it also returns blocks without data: their id is the position
 * from which a new connection resumes.
 */
export class SseParser {
    #rest = '';
    #lines: string[] = [];

    /** Returns the blocks that this text completes. */
    push(text: string): SseBlock[] {
        const lines = (this.#rest + text).split(/\r?\n/);
        this.#rest = lines.pop() ?? '';
        const blocks: SseBlock[] = [];
        for (const line of lines) {
            if (line !== '') {
                this.#lines.push(line);
                continue;
            }
            blocks.push(blockOf(this.#lines));
            this.#lines = [];
        }
        return blocks;
    }
}

function blockOf(lines: string[]): SseBlock {
    const block: SseBlock = {event: 'message', data: ''};
    const data: string[] = [];
    for (const line of lines) {
        const colon = line.indexOf(':');
        const field = colon < 0 ? line : line.slice(0, colon);
        const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
        if (field === 'data') {
            data.push(value);
        } else if (field === 'event') {
            block.event = value;
        } else if (field === 'id') {
            block.id = value;
        } else if (field === 'retry' && /^\d+$/.test(value)) {
            block.retry = Number(value);
        }
    }
    block.data = data.join('\n');
    return block;
}
