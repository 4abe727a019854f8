/** The headers that say what a file of this name is. */
export function headersOf(name: string, charset: string): Record<string, string> {
    const inflated = name.toLowerCase().replace(/\.gz$/, '');
    const type = /\.(ndjson|jsonl)$/.test(inflated) ? 'application/x-ndjson' : 'text/csv';
    return {
        'Content-Type': charset ? `${type}; charset=${charset}` : type,
        ...(inflated.length < name.length && {'Content-Encoding': 'gzip'}),
    };
}
