import {isGroup, type Value, type Values} from './values.ts';

/** A name with its language, or a share with its party. While somebody types, two rows can have the same key. */
export type Row = {key: string; value: Value};

/** The rows of an input: a list while somebody types, an object in a fact and in the body of a command. */
export function rowsOf(value: Value): Row[] {
    if (Array.isArray(value)) {
        return value.filter(isGroup).map(({key, value: stated}) => ({key: String(key ?? ''), value: stated}));
    }
    return Object.entries(isGroup(value) ? value : {}).map(([key, stated]) => ({key, value: stated}));
}

/** Rows with a value. A row with a key only says nothing. */
export function filledRows(value: Value): Row[] {
    return rowsOf(value)
        .map(({key, value: stated}) => ({key: key.trim(), value: stated}))
        .filter(({value: stated}) => String(stated ?? '').trim() !== '');
}

export function objectOf(rows: Row[]): Values {
    return Object.fromEntries(rows.map(({key, value}) => [key, value]));
}
