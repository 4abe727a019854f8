import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Fact} from '../../main/resources/web/app/api/types.ts';
import {excerpt, segments} from '../../main/resources/web/app/pages/documents/segments.ts';
import type {Passage} from '../../main/resources/web/app/pages/documents/types.ts';
import {citationsOf, placeIn, rangesIn} from '../../main/resources/web/app/pages/reader/quotes.ts';

function passage(anchor: string, text: string, start = 0): Passage {
    return {anchor, kind: 'paragraph', text, start, end: start + Array.from(text).length};
}

test('ranges may overlap, and count code points', () => {
    const pieces = segments('𝔸b cd', [
        {start: 0, end: 2, mark: 'x'},
        {start: 1, end: 4, mark: 'y'},
    ]);
    assert.deepEqual(pieces, [
        {text: '𝔸', marks: ['x']},
        {text: 'b', marks: ['x', 'y']},
        {text: ' c', marks: ['y']},
        {text: 'd', marks: []},
    ]);
});

test('an excerpt keeps its highlights in place', () => {
    const long = `${'word '.repeat(100)}found ${'word '.repeat(100)}`;
    const short = excerpt(long, [[500, 505]], 40);
    const [start, end] = short.ranges[0]!;
    assert.equal(Array.from(short.text).slice(start, end).join(''), 'found');
    assert.ok(short.text.length < 200 && short.text.startsWith('…') && short.text.endsWith('…'));
});

test('a quote is found whatever its white space', () => {
    const text = passage('p-1', 'The 𝔸 states\nsigned  it (in full).');
    assert.deepEqual(placeIn(text, 'states signed it (in full).'), {start: 6, end: 34});
    assert.equal(placeIn(text, 'states did not sign'), undefined);
});

test('a place across passages has a range in each', () => {
    const ranges = rangesIn(
        [passage('p-1', 'abcd', 0), passage('p-2', 'efgh', 6), passage('p-3', 'ijkl', 12)],
        2,
        8,
        'q',
    );
    assert.deepEqual(
        [...ranges],
        [
            ['p-1', {start: 2, end: 4, mark: 'q'}],
            ['p-2', {start: 0, end: 2, mark: 'q'}],
        ],
    );
});

test('citations come from facts and claims, at their place in the newest text', () => {
    const source = {document: 'd', anchor: 'p-1', currentAnchor: 'p-2', quote: 'words'};
    const fact = {
        url: '/api/terms/1',
        disputed: true,
        sources: [source, source, {document: 'other', anchor: 'p-9'}],
        claims: [
            {url: '', number: 1, preferred: false, holds: true, value: null, sources: [{document: 'd', anchor: 'p-3'}]},
        ],
    } satisfies Fact;
    assert.deepEqual(
        citationsOf([fact], 'd').map(each => each.anchor),
        ['p-2', 'p-3'],
    );
});
