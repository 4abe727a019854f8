import assert from 'node:assert/strict';
import {test} from 'node:test';
import {edtfBounds, edtfFault} from '../../main/resources/web/app/pages/desk/form/edtf.ts';

test('dates of levels 0 and 1 are taken', () => {
    for (const date of [
        '2001-06-15',
        '2003-08',
        '1996',
        '2008~',
        '2005?',
        '199X',
        '2007/2010',
        '../2010',
        '2010/..',
        '2004-02-29',
    ]) {
        assert.equal(edtfFault(date), undefined, date);
    }
});

test('a wrong date says what is wrong', () => {
    assert.equal(edtfFault('June 2004'), 'form');
    assert.equal(edtfFault('15-06-2001'), 'form');
    assert.equal(edtfFault('../..'), 'form');
    assert.equal(edtfFault('2001-13'), 'month');
    assert.equal(edtfFault('2001-02-29'), 'day');
    assert.equal(edtfFault('2010/2007'), 'order');
    assert.equal(edtfFault('2007/2007-06'), undefined);
});

test('a date has a first and a last day', () => {
    assert.deepEqual(edtfBounds('2003-08'), {earliest: '2003-08-01', latest: '2003-08-31'});
    assert.deepEqual(edtfBounds('199X~'), {earliest: '1990-01-01', latest: '1999-12-31'});
    assert.deepEqual(edtfBounds('2010/..'), {earliest: '2010-01-01', latest: ''});
});
