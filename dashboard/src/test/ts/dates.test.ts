import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {EffectivePeriod} from '../../main/resources/web/app/api/types.ts';
import {firstDay, isInstant, lastDay} from '../../main/resources/web/app/dates/day.ts';
import {periodText} from '../../main/resources/web/app/dates/text.ts';
import {date} from './spans.ts';

const period = (edtf: string, start: string, end: string): EffectivePeriod => ({
    ...date('2007-08-09', '2007-08-17'),
    edtf,
    start: {...date('2007-08-09'), edtf: start},
    end: {...date('2007-08-17'), edtf: end},
});

test('a period is all its days, and a date with the same bounds is one of them', () => {
    assert.equal(periodText(date('2007-08-09', '2007-08-17')), 'between 9 August 2007 and 17 August 2007');
    assert.equal(
        periodText(period('2007-08-09/2007-08-17', '2007-08-09', '2007-08-17')),
        '9 August 2007 – 17 August 2007',
    );
    assert.equal(periodText(period('2007-08', '2007-08', '2007-08')), 'August 2007');
    assert.equal(periodText(period('2007/..', '2007', '..')), '2007 –');
    assert.equal(periodText(null), '');
});

test('a year stands for its days', () => {
    assert.deepEqual([firstDay('2007'), lastDay('2007')], ['2007-01-01', '2007-12-31']);
    assert.deepEqual([firstDay('2007-08-09'), lastDay('')], ['2007-08-09', '']);
});

test('knowledge is pinned by an instant or by a cursor', () => {
    assert.ok(isInstant('2026-11-29T08:00:00Z'));
    assert.ok(!isInstant('q65f5ph8.390'));
    assert.ok(!isInstant('7'));
});
