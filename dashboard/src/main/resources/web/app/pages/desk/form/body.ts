import {filledRows, objectOf} from './rows.ts';
import type {Field} from './schema.ts';
import {isGroup, pruned, type Value, type Values} from './values.ts';

/** The body of a command. Inputs keep what somebody typed; here numbers become numbers, and rows become objects. */
export function bodyOf(fields: Field[], values: Values): Values {
    return (pruned(converted(fields, values)) ?? {}) as Values;
}

function converted(fields: Field[], values: Values): Values {
    const known = new Map(fields.map(field => [field.name, field]));
    return Object.fromEntries(Object.entries(values).map(([name, each]) => [name, inputOf(known.get(name), each)]));
}

/** The value of a field as the interface takes it. */
export function inputOf(field: Field | undefined, value: Value): Value {
    switch (field?.kind) {
        case 'number':
            return numberOf(value);
        case 'names':
            return objectOf(filledRows(value));
        case 'shares':
            return objectOf(filledRows(value).map(row => ({...row, value: numberOf(row.value)})));
        case 'group':
            return isGroup(value) ? converted(field.fields ?? [], value) : value;
        case 'groups':
            return Array.isArray(value)
                ? value.map(each => (isGroup(each) ? converted(field.fields ?? [], each) : each))
                : value;
        default:
            return value;
    }
}

/** A text that is no number stays as it is, and the check of the form reports it. */
function numberOf(value: Value): Value {
    return typeof value === 'string' && value.trim() && Number.isFinite(Number(value)) ? Number(value) : value;
}
