import {useEffect, useState} from 'preact/hooks';
import type {Column} from './ChartFrame.tsx';

/** The address of a CSV file with the rows of a chart, for rows that no list of the interface has. */
export function useRowsCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
    const text = rowsCsv(rows, columns);
    const [address, setAddress] = useState('');
    useEffect(() => {
        const created = URL.createObjectURL(new Blob([text], {type: 'text/csv'}));
        setAddress(created);
        return () => URL.revokeObjectURL(created);
    }, [text]);
    return address;
}

/** RFC 4180. */
export function rowsCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
    const lines = [columns.map(({label}) => label), ...rows.map(row => columns.map(({value}) => String(value(row))))];
    return lines.map(cells => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
    return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
