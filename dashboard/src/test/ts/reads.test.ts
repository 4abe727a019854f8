import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readAddress} from '../../main/resources/web/app/api/address.ts';
import {countStandings} from '../../main/resources/web/app/pages/start/counts.ts';

const view = {on: '2005-07-06', knownAt: '2026-11-29T08:00:00Z', lang: 'nl'} as const;

test('a read of facts is as of the view', () => {
    assert.equal(
        readAddress('/api/organizations/sco/members', {status: ['member', 'observer']}, view),
        '/api/organizations/sco/members?on=2005-07-06&known-at=2026-11-29T08%3A00%3A00Z&lang=nl&status=member&status=observer',
    );
});

test('a parameter goes before the view, and undefined leaves it out', () => {
    assert.equal(readAddress('/api/parties', {on: undefined, 'known-at': '', lang: 'ru'}, view), '/api/parties?lang=ru');
});

test('today and now are not sent', () => {
    assert.equal(readAddress('/api/parties', {}, {on: '', knownAt: '', lang: 'en'}), '/api/parties?lang=en');
});

test('changes have no time axes', () => {
    assert.equal(readAddress('/api/changes', {organization: 'sco'}, view), '/api/changes?organization=sco');
});

test('parties are counted by status, without those that only have a candidacy', () => {
    const counts = countStandings(
        ['member', 'member', 'observer', 'guest', 'none'].map(status => ({organization: 'sco', status})),
    );
    assert.deepEqual(counts.get('sco'), {members: 2, observers: 1, others: 1});
});
