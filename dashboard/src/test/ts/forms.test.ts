import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {COMMANDS} from '../../main/resources/web/app/pages/desk/commands.ts';
import {faultsOf} from '../../main/resources/web/app/pages/desk/form/checks.ts';
import {commandFields, type OpenApi} from '../../main/resources/web/app/pages/desk/form/schema.ts';
import {difference, pick, pruned} from '../../main/resources/web/app/pages/desk/form/values.ts';

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
