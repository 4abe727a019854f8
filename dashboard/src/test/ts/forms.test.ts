import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {COMMANDS} from '../../main/resources/web/app/pages/desk/commands.ts';
import {bodyOf} from '../../main/resources/web/app/pages/desk/form/body.ts';
import {faultsOf} from '../../main/resources/web/app/pages/desk/form/checks.ts';
import {commandFields, type Field, type OpenApi} from '../../main/resources/web/app/pages/desk/form/schema.ts';
import {difference, pick, pruned} from '../../main/resources/web/app/pages/desk/form/values.ts';
import {codeText, prefixOf} from '../../main/resources/web/app/words/choices.ts';

/** `DashboardSourcesTest` copies the contracts beside the copy of these sources. */
const CONTRACTS = new URL('../../../openapi/', import.meta.url);

function contract(service: string): OpenApi {
    return JSON.parse(readFileSync(new URL(`${service}.json`, CONTRACTS), 'utf8')) as OpenApi;
}

const membership = contract('membership');
const CHANGE = commandFields(membership, 'POST', '/api/organizations/{organization}/membership-changes');

test('every command of the desk is in the contracts, and takes sources', () => {
    const services = [membership, contract('documents'), contract('exercises')];
    for (const {method, path, kind} of COMMANDS) {
        const owner = services.find(each => each.paths[path]);
        assert.ok(owner, path);
        assert.ok(
            commandFields(owner, method, path).some(field => field.kind === 'sources'),
            kind,
        );
    }
});

test('every choice of a form has a word', () => {
    const services = [membership, contract('documents'), contract('exercises')];
    const choices = (fields: readonly Field[]): [string, string][] =>
        fields.flatMap(field => [
            ...(field.kind === 'choice' ? field.choices! : []).map((code): [string, string] => [field.name, code]),
            ...choices(field.fields ?? []),
        ]);
    const all = COMMANDS.flatMap(({method, path}) =>
        choices(commandFields(services.find(each => each.paths[path])!, method, path)),
    );
    assert.ok(all.length > 40);
    assert.deepEqual(
        all.filter(([field, code]) => !prefixOf(field, code)),
        [],
    );
});

test('the word for a code depends on its field', () => {
    assert.equal(codeText('change', 'accession'), 'Accession');
    assert.equal(codeText('act', 'accession'), 'accession');
    assert.equal(codeText('status', 'member'), 'Member');
    assert.equal(codeText('status', 'completed'), 'Completed');
    assert.equal(codeText('kind', 'memorandum'), 'memorandum');
});

test('the schema of a command becomes inputs', () => {
    const kinds = Object.fromEntries(CHANGE.map(field => [field.name, field.kind]));
    assert.deepEqual(
        [kinds.party, kinds.change, kinds.effective, kinds.founding, kinds.dates, kinds.note],
        ['party', 'choice', 'date', 'flag', 'group', 'long-text'],
    );
});

test('missing and wrong fields are named by their pointer', () => {
    const faults = faultsOf(CHANGE, {
        party: 'KZ',
        effective: '2001-02-30',
        sources: [{author: 'Somebody', published: 'May'}],
    });
    assert.deepEqual(Object.fromEntries(Object.entries(faults).map(([pointer, fault]) => [pointer, fault.key])), {
        '#/change': 'required',
        '#/effective': 'edtfDay',
        '#/sources/0/title': 'required',
        '#/sources/0/published': 'edtfForm',
    });
});

test('a correction has only the fields that differ', () => {
    const read = {
        party: 'MN',
        change: 'accession',
        effective: {edtf: '2012-03-04', earliest: '2012-03-04', latest: '2012-03-04', uncertain: false},
        dates: {signed: {edtf: '2011'}},
        note: null,
        organization: 'league',
    };
    const before = pick(CHANGE, read);
    assert.deepEqual(before, {party: 'MN', change: 'accession', effective: '2012-03-04', dates: {signed: '2011'}});
    assert.deepEqual(difference(before, {...before, effective: '2012-03-14'}), {effective: '2012-03-14'});
    assert.deepEqual(difference(before, {party: 'MN', change: 'accession', effective: '2012-03-04'}), {dates: null});
});

test('empty inputs are not sent, and null is', () => {
    assert.deepEqual(pruned({a: ' ', b: [], c: {d: ''}, e: null, f: [{}, {g: 1}], h: false}), {
        e: null,
        f: [{g: 1}],
        h: false,
    });
});

function field(name: string, kind: Field['kind'], fields?: Field[]): Field {
    return {name, kind, required: false, nullable: false, fields};
}

test('numbers are sent as numbers, and stay as typed until then', () => {
    const fields = [field('value', 'number'), field('range', 'group', [field('min', 'number')]), field('note', 'text')];
    const typed = {value: '2.60', range: {min: ' 5 '}, note: '12', other: '7'};
    assert.deepEqual(bodyOf(fields, typed), {value: 2.6, range: {min: 5}, note: '12', other: '7'});
    assert.deepEqual(bodyOf([{...field('value', 'number'), nullable: true}], {value: null}), {value: null});
    assert.equal(faultsOf(fields, {value: '2.'})['#/value'], undefined);
    assert.equal(faultsOf(fields, {value: '2,6'})['#/value']?.key, 'number');
});

test('rows of names and shares are sent as objects', () => {
    const fields = [field('names', 'names'), field('shares', 'shares')];
    const rows = {
        names: [
            {key: 'en ', value: 'Treaty'},
            {key: 'en-GB', value: 'The Treaty'},
            {key: 'ru', value: ' '},
        ],
        shares: [{key: 'KZ', value: '12.5'}],
    };
    const body = {names: {en: 'Treaty', 'en-GB': 'The Treaty'}, shares: {KZ: 12.5}};
    assert.deepEqual(bodyOf(fields, rows), body);
    assert.deepEqual(bodyOf(fields, body), body);
    assert.deepEqual(faultsOf(fields, rows), {});
});

test('rows with the same key, or without a key, are wrong', () => {
    const fields = [{...field('names', 'names'), required: true}, field('shares', 'shares')];
    const twice = [
        {key: 'en', value: 'One'},
        {key: 'en', value: 'Other'},
    ];
    assert.deepEqual(faultsOf(fields, {names: twice, shares: [{key: '', value: '5'}]}), {
        '#/names': {key: 'twice', values: {key: 'en'}},
        '#/shares': {key: 'noKey'},
    });
    const empty = faultsOf(fields, {names: [{key: 'en', value: ''}], shares: [{key: 'KZ', value: '5 %'}]});
    assert.deepEqual([empty['#/names']?.key, empty['#/shares']?.key], ['required', 'number']);
});

test('a group whose only row is empty has no faults', () => {
    const place = field('place', 'group', [field('names', 'names'), {...field('country', 'party'), required: true}]);
    assert.deepEqual(faultsOf([place], {place: {names: [{key: 'en', value: ''}]}}), {});
});
