import './page.ts';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {EffectivePeriod, Fact} from '../../main/resources/web/app/api/types.ts';
import {dayWithin} from '../../main/resources/web/app/facts/dayOfFact.ts';
import {date} from './spans.ts';

const fact = (fields: Record<string, EffectivePeriod>) =>
    ({url: '/api/x/1', sources: [], ...fields}) as unknown as Fact;
const exercise = fact({
    dates: {...date('2007-08-09', '2007-08-17'), start: date('2007-08-09'), end: date('2007-08-17')},
});

test('a day on which the fact can be true stays', () => {
    assert.equal(dayWithin(exercise, '2007-08-10'), undefined);
    assert.equal(dayWithin(exercise, '2007-08-17'), undefined);
    assert.equal(dayWithin(fact({effective: date('1999-01-01', '1999-12-31')}), '1999-06-01'), undefined);
    assert.equal(dayWithin(fact({effective: date('1992-05-15')}), '2026-11-29'), undefined);
});

test('another day moves to the first one on which the fact is surely true', () => {
    assert.equal(dayWithin(exercise, '2026-11-29'), '2007-08-09');
    assert.equal(dayWithin(exercise, '2007-08-08'), '2007-08-09');
    assert.equal(dayWithin(fact({effective: date('1999-01-01', '1999-12-31')}), '1998-06-01'), '1999-12-31');
    assert.equal(dayWithin(fact({from: date('2001-01-01'), to: date('2003-12-31')}), '2005-01-01'), '2001-01-01');
    assert.equal(dayWithin(fact({date: date('2004-06-17')}), '2026-11-29'), '2004-06-17');
});
