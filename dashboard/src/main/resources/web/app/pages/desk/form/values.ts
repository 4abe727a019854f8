import type {Field} from './schema.ts';

/** The JSON body of a command, while it is not complete. */
export type Value = string | number | boolean | null | undefined | Value[] | {[name: string]: Value};
export type Values = {[name: string]: Value};

export function isGroup(value: Value): value is Values {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without empty texts, lists and groups. Undefined if nothing is left. */
export function pruned(value: Value): Value {
    if (typeof value === 'string') {
        return value.trim() || undefined;
    }
    if (Array.isArray(value)) {
        const kept = value.map(pruned).filter(each => each !== undefined);
        return kept.length ? kept : undefined;
    }
    if (!isGroup(value)) {
        return value;
    }
    const kept = Object.entries(value).map(([name, each]) => [name, pruned(each)] as const);
    const filled = kept.filter(([, each]) => each !== undefined);
    return filled.length ? Object.fromEntries(filled) : undefined;
}

/** Converts a value of a read to the form that commands take: a date is its EDTF, and null is left out. */
export function asInput(read: unknown): Value {
    if (Array.isArray(read)) {
        return read.map(asInput);
    }
    if (typeof read !== 'object' || read === null) {
        return read as Value;
    }
    const {edtf} = read as {edtf?: unknown};
    if (typeof edtf === 'string') {
        return edtf;
    }
    const stated = Object.entries(read).filter(([, each]) => each !== null);
    return Object.fromEntries(stated.map(([name, each]) => [name, asInput(each)]));
}

/** The part of a read that a form with these fields can hold. */
export function pick(fields: Field[], read: Record<string, unknown>): Values {
    const stated = fields.filter(({name}) => read[name] !== undefined && read[name] !== null);
    return Object.fromEntries(stated.map(field => [field.name, pickOne(field, read[field.name])]));
}

function pickOne(field: Field, read: unknown): Value {
    if (field.fields && Array.isArray(read)) {
        return read.map(each => pick(field.fields!, each as Record<string, unknown>));
    }
    if (field.fields && typeof read === 'object' && read !== null)
        return pick(field.fields, read as Record<string, unknown>);
    return asInput(read);
}

/** The fields of `after` that differ from `before`. A field that is gone is null, which removes it. */
export function difference(before: Values, after: Values): Values {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    const changed = [...names].filter(
        name => JSON.stringify(sorted(before[name])) !== JSON.stringify(sorted(after[name])),
    );
    return Object.fromEntries(changed.map(name => [name, after[name] ?? null]));
}

function sorted(value: Value): Value {
    if (Array.isArray(value)) {
        return value.map(sorted);
    }
    if (!isGroup(value)) {
        return value;
    }
    return Object.fromEntries(
        Object.keys(value)
            .sort()
            .map(name => [name, sorted(value[name])]),
    );
}
