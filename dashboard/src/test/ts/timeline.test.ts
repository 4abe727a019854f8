import assert from 'node:assert/strict';
import {test} from 'node:test';
import {marksOf, rowTop, xOf} from '../../main/resources/web/app/charts/timeline/marks.ts';
import {timelineRows} from '../../main/resources/web/app/charts/timeline/rows.ts';
import {dayOf, mayHold, mayHoldWithin, segments} from '../../main/resources/web/app/charts/timeline/spans.ts';
import {formatZoom, panned, parseZoom, zoomed} from '../../main/resources/web/app/charts/timeline/viewport.ts';
import {dayNumber, isoDay} from '../../main/resources/web/app/dates/day.ts';
import {date, span} from './spans.ts';

const NOW = dayNumber('2026-11-29');
const exactSpan = span(date('1992-05-15'), date('1999-04-02'));
const impreciseSpan = span(date('2006-01-01', '2006-12-31'), date('2012-01-01', '2012-12-31'));

const parts = (item: typeof exactSpan) =>
    segments(item, NOW).map(({certainty, from, to}) => `${certainty} ${isoDay(from)} ${isoDay(to)}`);

test('a span with exact dates is certain', () => {
    assert.deepEqual(parts(exactSpan), ['certain 1992-05-15 1999-04-02']);
});

test('imprecise dates have parts of their own', () => {
    assert.deepEqual(parts(impreciseSpan), [
        'imprecise 2006-01-01 2006-12-31',
        'certain 2006-12-31 2012-01-01',
        'imprecise 2012-01-01 2012-12-31',
    ]);
});

test('a span whose dates overlap is nowhere certain', () => {
    assert.deepEqual(parts(span(date('1999-01-01', '2005-12-31'), date('2003-01-01', '2008-12-31'))), [
        'imprecise 1999-01-01 2005-12-31',
        'imprecise 2005-12-31 2008-12-31',
    ]);
});

test('a span that lasts ends today, and beyond its coverage it is not certain', () => {
    assert.deepEqual(parts(span(date('2002-10-07'), null)), ['certain 2002-10-07 2026-11-29']);
    assert.deepEqual(parts(span(date('2002-10-07'), null, {coveredUntil: date('2014-12-31')})), [
        'certain 2002-10-07 2014-12-31',
        'uncovered 2014-12-31 2026-11-29',
    ]);
});

test('a span holds from its first day until the day before its end', () => {
    assert.ok(!mayHold(exactSpan, '1992-05-14'));
    assert.ok(mayHold(exactSpan, '1992-05-15'));
    assert.ok(mayHold(exactSpan, '1999-04-01'));
    assert.ok(!mayHold(exactSpan, '1999-04-02'));
    assert.equal(dayOf(impreciseSpan), '2006-12-31');
});

test('a range includes spans that may hold on one of its days', () => {
    assert.ok(mayHoldWithin(impreciseSpan, '2012', '2020'));
    assert.ok(mayHoldWithin(impreciseSpan, '', '2006'));
    assert.ok(!mayHoldWithin(impreciseSpan, '2013', ''));
    assert.ok(!mayHoldWithin(impreciseSpan, '1990', '2005'));
});

test('rows have all spans, in the order of their first day', () => {
    const items = [impreciseSpan, exactSpan, span(date('1991-01-01'), null, {party: 'KZ', name: 'Kazakhstan'})];
    const rows = timelineRows(items, 'party', NOW);
    assert.deepEqual(rows.map(({id, spans}) => [id, spans.length]), [['KZ', 1], ['UZ', 2]]);
});

test('spans that overlap have lanes, and those that follow each other share one', () => {
    const candidacy = span(date('1995-01-01'), null, {status: null, candidacy: 'applicant'});
    const [row] = timelineRows([candidacy, impreciseSpan, exactSpan], 'party', NOW);
    assert.equal(row!.lanes, 2);
    assert.deepEqual(row!.spans.map(placed => [placed.span.status, placed.lane]), [['member', 0], ['member', 0], [null, 1]]);
    const observer = span(date('2004-06-01', '2004-06-30'), date('2005-07-01', '2005-07-31'), {status: 'observer'});
    const member = span(date('2005-07-01', '2005-07-31'), null);
    assert.equal(timelineRows([observer, member], 'party', NOW)[0]!.lanes, 1);
});

test('marks are the spans within the visible time, cut at its ends', () => {
    const geometry = {width: 1000, laneHeight: 18, barHeight: 12, axisHeight: 28, rowGap: 4};
    const period = {start: dayNumber('1995-01-01'), end: dayNumber('2005-01-01')};
    const [row] = timelineRows([exactSpan, impreciseSpan], 'party', NOW);
    const marks = marksOf(row!, rowTop(row!, 0, geometry), period, geometry, NOW);
    assert.equal(marks.length, 1);
    assert.equal(marks[0]!.x, 0);
    assert.equal(marks[0]!.width, xOf(dayNumber('1999-04-02'), period, 1000));
    assert.equal(marks[0]!.y, 31);
});

test('zoom keeps the day under the pointer, and stays within the whole time', () => {
    const whole = {start: 0, end: 10_000};
    assert.deepEqual(zoomed(whole, 0.5, 5_000, whole), {start: 2_500, end: 7_500});
    assert.deepEqual(zoomed(whole, 0.5, 0, whole), {start: 0, end: 5_000});
    assert.deepEqual(zoomed({start: 9_000, end: 10_000}, 4, 10_000, whole), {start: 6_000, end: 10_000});
    assert.deepEqual(panned({start: 0, end: 5_000}, -100, whole), {start: 0, end: 5_000});
    assert.deepEqual(panned({start: 0, end: 5_000}, 9_000, whole), {start: 5_000, end: 10_000});
});

test('the zoom of a URL is the zoom that was written', () => {
    const whole = {start: dayNumber('1990-01-01'), end: NOW};
    const period = {start: dayNumber('2000-02-29'), end: dayNumber('2004-12-31')};
    assert.deepEqual(parseZoom(formatZoom(period, whole), whole), period);
    assert.equal(formatZoom(whole, whole), '');
    assert.deepEqual(parseZoom('nonsense', whole), whole);
});
