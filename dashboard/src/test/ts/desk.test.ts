import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Problem} from '../../main/resources/web/app/api/problem.ts';
import type {EffectiveDate, TimelineItem} from '../../main/resources/web/app/api/types.ts';
import {arranged} from '../../main/resources/web/app/pages/desk/imports/arrange.ts';
import {headersOf} from '../../main/resources/web/app/pages/desk/imports/fileHeaders.ts';
import type {ListedImport} from '../../main/resources/web/app/pages/desk/imports/types.ts';
import {stepBackOf} from '../../main/resources/web/app/pages/desk/mine/stepBack.ts';
import {collisionOf, nearSpans} from '../../main/resources/web/app/pages/desk/record/collisions.ts';
import {RequestKeys} from '../../main/resources/web/app/pages/desk/requestKeys.ts';

function day(earliest: string, latest = earliest): EffectiveDate {
    return {edtf: earliest, earliest, latest, uncertain: false};
}

function span(status: string, since: EffectiveDate, until: EffectiveDate | null): TimelineItem {
    return {
        organization: 'cst',
        organizationName: 'CST',
        party: 'UZ',
        name: 'Uzbekistan',
        status,
        candidacy: null,
        since,
        until,
        opened: '/api/membership-changes/1',
        closed: null,
        disputed: false,
    };
}

const UZBEKISTAN = [
    span('member', day('1992-05-15'), day('1999-01-01', '1999-12-31')),
    span('member', day('2006-08-16'), day('2012-12-19')),
];

test('joining twice and leaving without being in collide', () => {
    assert.equal(collisionOf('accession', '1995', UZBEKISTAN)?.kind, 'in-already');
    assert.equal(collisionOf('withdrawal', '2003', UZBEKISTAN)?.kind, 'not-in');
    assert.equal(collisionOf('withdrawal', '2007', UZBEKISTAN), undefined);
    assert.equal(collisionOf('accession', '2003', UZBEKISTAN), undefined);
});

test('what only may collide is not called a collision', () => {
    assert.equal(collisionOf('accession', '1999-06', UZBEKISTAN), undefined);
    assert.equal(collisionOf('withdrawal', '1999-06', UZBEKISTAN), undefined);
    assert.equal(collisionOf('accession', 'not yet a date', UZBEKISTAN), undefined);
});

test('spans around the date are marked', () => {
    assert.deepEqual(
        nearSpans(UZBEKISTAN, '1999-06').map(each => each.touches),
        [true, false],
    );
    assert.deepEqual(
        nearSpans(UZBEKISTAN, '1990/..').map(each => each.touches),
        [true, true],
    );
});

test('each change has its own step back', () => {
    const fact = '/api/membership-changes/1';
    const change = {fact, before: {effective: '2012'}, after: {effective: '2013'}, stands: true};
    assert.deepEqual(stepBackOf({...change, action: 'corrected'}, {}), {
        kind: 'correction',
        path: `${fact}/corrections`,
        values: {effective: '2012'},
    });
    assert.equal(stepBackOf({...change, action: 'recorded', before: null}, {})?.kind, 'retraction');
    assert.deepEqual(stepBackOf({...change, action: 'claimed'}, {claim: 2}), {
        kind: 'withdrawal',
        path: `${fact}/claims/2/withdrawal`,
    });
    assert.equal(stepBackOf({...change, action: 'verified'}, {}), undefined);
    assert.deepEqual(stepBackOf({...change, action: 'retracted'}, {organization: 'cst'}), {
        kind: 'again',
        command: 'membership-change',
        owner: 'cst',
        values: {effective: '2012'},
    });
});

test('the name of a file says what it is', () => {
    assert.deepEqual(headersOf('years.csv', ''), {'Content-Type': 'text/csv'});
    assert.deepEqual(headersOf('years.NDJSON.gz', ''), {
        'Content-Type': 'application/x-ndjson',
        'Content-Encoding': 'gzip',
    });
    assert.deepEqual(headersOf('years.csv', 'windows-1252'), {'Content-Type': 'text/csv; charset=windows-1252'});
});

test('a request that is sent again has the same key, until it is refused', async () => {
    const keys = new RequestKeys();
    const sent: string[] = [];
    const send = (request: string, problem?: Problem) =>
        keys
            .send(request, key => (sent.push(key), problem ? Promise.reject(problem) : Promise.resolve()))
            .catch(() => undefined);
    await send('one source', Problem.unreachable());
    await send('one source');
    await send('one source');
    await send('another', new Problem(409, '', '', ''));
    await send('another');
    assert.equal(new Set(sent.slice(0, 3)).size, 1);
    assert.equal(new Set(sent).size, 3);
});

function imported(id: string, status: ListedImport['status']): ListedImport {
    return {
        id,
        status,
        kind: 'memberships',
        set: 'a set',
        format: 'changes',
        dryRun: false,
        actor: 'a user',
        sentAt: '2026-11-29T08:42:48Z',
        rows: 1,
        accepted: 1,
        known: 0,
        corrected: 0,
        retracted: 0,
        kept: 0,
        rejected: 0,
        progress: {done: 1, of: 1},
    };
}

test('held imports are first, also old ones, and none is listed twice', () => {
    const old = imported('1', 'held');
    const recent = [imported('5', 'completed'), imported('3', 'running'), imported('4', 'held'), imported('2', 'undone')];
    assert.deepEqual(
        arranged([imported('4', 'held'), old], recent, 2).map(each => each.id),
        ['4', '1', '5', '3'],
    );
    assert.deepEqual(arranged([], [], 20), []);
});

test('a decision is shown as soon as one of the lists has it', () => {
    const items = arranged([imported('4', 'held')], [imported('4', 'completed')], 20);
    assert.deepEqual(
        items.map(each => each.status),
        ['completed'],
    );
});
