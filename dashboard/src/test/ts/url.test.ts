import assert from 'node:assert/strict';
import {test} from 'node:test';
import {changeView, decoded, formatView, parseView, type View} from '../../main/resources/web/app/state/url.ts';

const view = (address: string): View => parseView(new URL(address, 'http://localhost'), 'en');
const reloaded = (address: string): string => formatView(view(address), 'en');

test('a URL holds the whole view', () => {
    const address =
        '/organizations/sco?as=table&on=2005-07-06&known-at=2026-11-29T08:00:00Z&from=1996&to=2010' +
        '&zoom=2000-01-01/2010-01-01&tab=organs&open=/api/organs/1&lang=ru';
    assert.deepEqual(view(address), {
        path: '/organizations/sco',
        on: '2005-07-06',
        knownAt: '2026-11-29T08:00:00Z',
        from: '1996',
        to: '2010',
        zoom: '2000-01-01/2010-01-01',
        tab: 'organs',
        open: '/api/organs/1',
        filters: {as: 'table'},
        lang: 'ru',
    });
    assert.equal(reloaded(address), address);
});

test('equal views have equal URLs', () => {
    assert.equal(reloaded('/exercises?party=CN&kind=exercise&to=2007&from=2003'), reloaded('/exercises?from=2003&kind=exercise&to=2007&party=CN'));
});

test('the preferred language is not in the URL', () => {
    assert.equal(formatView(view('/?lang=nl'), 'nl'), '/');
    assert.equal(view('/').lang, 'en');
    assert.equal(view('/?lang=xx').lang, 'en');
});

test('values that mean nothing are left out', () => {
    assert.equal(reloaded('/?on=yesterday'), '/');
    assert.equal(reloaded('/?on=2005-02-30'), '/');
    assert.equal(reloaded('/?open=https://example.org/'), '/');
    assert.equal(reloaded('/?open=/api/changes/stream'), '/');
    assert.equal(reloaded('/?open=/api/documents/1/content'), '/');
});

test('another page keeps the times and nothing else', () => {
    const from = view('/organizations/sco?as=table&on=2005-07-06&known-at=2026-11-29T08:00:00Z&zoom=z&tab=organs&open=/api/organs/1');
    const to = changeView(from, {path: '/parties/KZ'});
    assert.equal(formatView(to, 'en'), '/parties/KZ?on=2005-07-06&known-at=2026-11-29T08:00:00Z');
});

test('a broken escape is text', () => {
    assert.equal(decoded('art%2E5'), 'art.5');
    assert.equal(decoded('%'), '%');
});
