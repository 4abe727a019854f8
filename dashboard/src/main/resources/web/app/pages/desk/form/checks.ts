import {bodyOf, inputOf} from './body.ts';
import {edtfFault} from './edtf.ts';
import {filledRows} from './rows.ts';
import type {Field} from './schema.ts';
import {isGroup, type Value, type Values} from './values.ts';

/** A fault of a field: a key of the words with its values. */
export interface Fault {
    key:
        | 'required'
        | 'edtfForm'
        | 'edtfDay'
        | 'edtfMonth'
        | 'edtfOrder'
        | 'number'
        | 'minimum'
        | 'maximum'
        | 'tooLong'
        | 'pattern'
        | 'noKey'
        | 'twice'
        | 'noSource';
    values?: Record<string, string | number>;
}

/** Faults by the JSON pointer of their field, as `errors[].pointer` of a problem names it. */
export type Faults = Record<string, Fault>;

/** Checks a form by the rules of its schema. Parties are looked up in the register. */
export function faultsOf(fields: Field[], values: Values, parent = '#'): Faults {
    return Object.assign({}, ...fields.map(field => faultsAt(field, values[field.name], `${parent}/${field.name}`)));
}

function faultsAt(field: Field, value: Value, pointer: string): Faults {
    if (field.kind === 'sources') {
        return sourceFaults(value, pointer, field.required);
    }
    if (value === null && field.nullable) {
        return {};
    }
    if (isEmpty(inputOf(field, value))) {
        return field.required ? {[pointer]: {key: 'required'}} : {};
    }
    if (field.kind === 'group') {
        return isGroup(value) ? faultsOf(field.fields ?? [], value, pointer) : {};
    }
    if (field.kind === 'groups') {
        return Object.assign({}, ...items(value).map((each, at) => itemFaults(field, each, `${pointer}/${at}`)));
    }
    const fault = valueFault(field, value);
    return fault ? {[pointer]: fault} : {};
}

function itemFaults(field: Field, item: Value, pointer: string): Faults {
    return isGroup(item) && !isEmpty(bodyOf(field.fields ?? [], item))
        ? faultsOf(field.fields ?? [], item, pointer)
        : {};
}

function sourceFaults(value: Value, pointer: string, required: boolean): Faults {
    const filled = items(value).filter(each => !isEmpty(each));
    if (filled.length === 0) {
        return required ? {[pointer]: {key: 'noSource'}} : {};
    }
    return Object.assign({}, ...items(value).map((each, at) => sourceFault(each, `${pointer}/${at}`)));
}

function sourceFault(source: Value, pointer: string): Faults {
    if (!isGroup(source) || isEmpty(source)) {
        return {};
    }
    const faults: Faults = {};
    if (isEmpty(source.document) && isEmpty(source.title) && isEmpty(source.uri)) {
        faults[`${pointer}/title`] = {key: 'required'};
    }
    const fault = isEmpty(source.published) ? undefined : dateFault(String(source.published));
    if (fault) {
        faults[`${pointer}/published`] = fault;
    }
    return faults;
}

/** The first fault of rows: a row without a key, a second row with a key, or a share that is no number. */
function rowFault(field: Field, value: Value): Fault | undefined {
    const rows = filledRows(value);
    const keys = rows.map(each => each.key);
    const twice = keys.find((each, at) => keys.indexOf(each) < at);
    if (keys.includes('')) {
        return {key: 'noKey'};
    }
    if (twice !== undefined) {
        return {key: 'twice', values: {key: twice}};
    }
    return field.kind === 'shares' && rows.some(each => numberFault(field, each.value)) ? {key: 'number'} : undefined;
}

function valueFault(field: Field, value: Value): Fault | undefined {
    if (field.kind === 'date' || field.kind === 'period') {
        return dateFault(String(value));
    }
    if (field.kind === 'names' || field.kind === 'shares') {
        return rowFault(field, value);
    }
    if (field.kind === 'number') {
        return numberFault(field, value);
    }
    const text = String(value).trim();
    if (field.maxLength !== undefined && text.length > field.maxLength) {
        return {key: 'tooLong', values: {limit: field.maxLength}};
    }
    if (field.pattern && typeof value === 'string' && !new RegExp(field.pattern, 'u').test(text)) {
        return {key: 'pattern', values: {example: field.example ?? field.pattern}};
    }
    return undefined;
}

function dateFault(text: string): Fault | undefined {
    switch (edtfFault(text.trim())) {
        case 'form':
            return {key: 'edtfForm'};
        case 'day':
            return {key: 'edtfDay'};
        case 'month':
            return {key: 'edtfMonth'};
        case 'order':
            return {key: 'edtfOrder'};
        default:
            return undefined;
    }
}

function numberFault(field: Field, value: Value): Fault | undefined {
    const number = Number(value);
    if (!Number.isFinite(number)) {
        return {key: 'number'};
    }
    if (field.minimum !== undefined && number < field.minimum) {
        return {key: 'minimum', values: {limit: field.minimum}};
    }
    if (field.maximum !== undefined && number > field.maximum) {
        return {key: 'maximum', values: {limit: field.maximum}};
    }
    return undefined;
}

export function isEmpty(value: Value): boolean {
    if (value === undefined || value === null || value === false) {
        return true;
    }
    if (typeof value === 'string') {
        return value.trim() === '';
    }
    if (Array.isArray(value)) {
        return value.every(isEmpty);
    }
    return typeof value === 'object' && Object.values(value).every(isEmpty);
}

function items(value: Value): Value[] {
    return Array.isArray(value) ? value : [];
}
