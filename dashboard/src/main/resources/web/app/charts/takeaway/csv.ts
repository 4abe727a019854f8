/** Text that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const SPECIAL = /[",\r\n]/;

/** A CSV file (RFC 4180) in UTF-8. The byte order mark makes spreadsheets read it as that. */
export function csvOf(header: readonly string[], records: readonly (readonly string[])[]): string {
    return '\uFEFF' + [header, ...records].map(record => record.map(cell).join(',') + '\r\n').join('');
}

function cell(text: string): string {
    const safe = FORMULA.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
    return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
