import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Member} from '../../main/resources/web/app/api/types.ts';
import {bothReads} from '../../main/resources/web/app/pages/compare/bothReads.ts';
import {
    compareMembers,
    countByStatus,
    formatSide,
    parseSide,
} from '../../main/resources/web/app/pages/compare/sides.ts';

const member = (party: string, status: string, more: Partial<Member> = {}): Member => ({
    organization: 'sco',
    organizationName: 'SCO',
    party,
    name: party,
    status,
    candidacy: null,
    since: {edtf: '2001-06-15', earliest: '2001-06-15', latest: '2001-06-15', uncertain: false},
    until: null,
    certainty: 'certain',
    disputed: false,
    change: '/api/membership-changes/1',
    sources: [],
    ...more,
});

test('a side is an organisation and a day', () => {
    assert.deepEqual(parseSide('sco@2001-06-15'), {organization: 'sco', on: '2001-06-15'});
    assert.deepEqual(parseSide('sco@2001-02-30'), {organization: 'sco', on: ''});
    assert.deepEqual(parseSide(undefined), {organization: '', on: ''});
    assert.equal(formatSide(parseSide('sco@2001-06-15')), 'sco@2001-06-15');
});

test('differences come first: only left, only right, changed, the same', () => {
    const left = [member('CN', 'member'), member('MN', 'observer'), member('AA', 'guest'), member('IR', 'observer')];
    const right = [
        member('CN', 'member'),
        member('MN', 'member'),
        member('BB', 'guest'),
        member('IR', 'observer', {certainty: 'possible'}),
    ];
    assert.deepEqual(
        compareMembers(left, right).map(({party, difference}) => [party, difference]),
        [
            ['AA', 'only-left'],
            ['BB', 'only-right'],
            ['IR', 'changed'],
            ['MN', 'changed'],
            ['CN', 'same'],
        ],
    );
});

test('statuses are counted, possible ones apart', () => {
    assert.deepEqual(countByStatus([member('CN', 'member'), member('MN', 'observer', {certainty: 'possible'})]), [
        {status: 'member', certain: 1, possible: 0},
        {status: 'observer', certain: 0, possible: 1},
    ]);
});

test('two sides are shown when both are read, as old ones while either loads', () => {
    const read = (data: Member[] | undefined, loading = false) => ({data, loading, reload: () => {}});
    const china = [member('CN', 'member')];
    assert.equal(bothReads(read(china), read(undefined, true)).data, undefined);
    const {data, loading} = bothReads(read(china), read([], true));
    assert.deepEqual(data, [china, []]);
    assert.ok(loading);
});
