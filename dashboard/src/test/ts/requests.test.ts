import './page.ts';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {outdateReads, read} from '../../main/resources/web/app/api/cache.ts';
import {Problem, send} from '../../main/resources/web/app/api/client.ts';
import {readWhole} from '../../main/resources/web/app/api/lists.ts';
import {renewSession, session} from '../../main/resources/web/app/api/session.ts';

interface Request {
    url: string;
    csrf: string | null;
    answer(status: number, body: string, mediaType?: string): void;
}

const requests: Request[] = [];
globalThis.fetch = (url, init) =>
    new Promise(resolve =>
        requests.push({
            url: String(url),
            csrf: new Headers(init?.headers).get('X-CSRF-Token'),
            answer: (status, body, mediaType = 'application/json') =>
                resolve(new Response(body, {status, headers: {'Content-Type': mediaType}})),
        }),
    );

const settled = () => new Promise(resolve => setImmediate(resolve));

async function next(url: string): Promise<Request> {
    await settled();
    const request = requests.shift();
    assert.equal(request?.url, url);
    return request!;
}

test('reads of one URL share a request', async () => {
    const first = read('/api/parties');
    const second = read('/api/parties');
    (await next('/api/parties')).answer(200, '[1]');
    assert.deepEqual([(await first).data, (await second).data], [[1], [1]]);
    assert.equal(requests.length, 0);
});

test('after a change, reads wait for a request that began after it', async () => {
    const before = read('/api/parties');
    outdateReads();
    const after = [read('/api/parties'), read('/api/parties')];
    const old = await next('/api/parties');
    assert.equal(requests.length, 0);
    outdateReads();
    after.push(read('/api/parties'));
    old.answer(200, '["old"]');
    (await next('/api/parties')).answer(200, '["new"]');
    assert.deepEqual((await before).data, ['old']);
    assert.deepEqual(
        (await Promise.all(after)).map(({data}) => data),
        [['new'], ['new'], ['new']],
    );
    assert.equal(requests.length, 0);
});

test('after a change, a request that fails makes place for the next one', async () => {
    const before = read('/api/parties');
    outdateReads();
    const after = read('/api/parties');
    (await next('/api/parties')).answer(404, '{"title": "Gone"}');
    await assert.rejects(before, {message: 'Gone'});
    (await next('/api/parties')).answer(200, '[]');
    assert.deepEqual((await after).data, []);
});

test('a body that is no JSON is a problem', async () => {
    const broken = read('/api/parties');
    (await next('/api/parties')).answer(200, '<html>');
    await assert.rejects(broken, Problem);
});

test('a whole list is read by one request', async () => {
    const items = readWhole('/api/parties?fields=code');
    (await next('/api/parties.ndjson?fields=code')).answer(200, '{"code":"KZ"}\n{"code":"a\\nb"}\n', 'application/x-ndjson');
    assert.deepEqual((await items).data, [{code: 'KZ'}, {code: 'a\nb'}]);
    const none = readWhole('/api/parties?q=x');
    (await next('/api/parties.ndjson?q=x')).answer(200, '', 'application/x-ndjson');
    assert.deepEqual((await none).data, []);
});

test('a whole list that the gateway refuses to write now is read by pages', async () => {
    const items = readWhole('/api/parties?fields=name');
    (await next('/api/parties.ndjson?fields=name')).answer(503, '{"type": "/problems/unavailable"}');
    (await next('/api/parties?fields=name&limit=1000')).answer(200, '{"items": [1], "next": "two"}');
    (await next('/api/parties?fields=name&limit=1000&after=two')).answer(200, '{"items": [2]}');
    assert.deepEqual((await items).data, [1, 2]);
});

const curator = (csrfToken: string, subject = 'anna') =>
    JSON.stringify({authenticated: true, subject, roles: ['curator'], csrfToken});

test('a gateway that answers is not gone', () => {
    const outage = (status: number, type = '') => new Problem(status, type, '', '').isOutage;
    assert.ok(outage(0) && outage(502) && outage(503) && outage(504));
    assert.ok(!outage(500) && !outage(503, '/problems/unavailable'));
});

test('a session stays while the gateway is unavailable', async () => {
    const known = session();
    (await next('/api/session')).answer(200, curator('one'));
    assert.equal((await known).subject, 'anna');
    renewSession();
    const unknown = session();
    (await next('/api/session')).answer(500, '');
    assert.equal((await unknown).subject, 'anna');
    const ended = session();
    (await next('/api/session')).answer(401, '');
    assert.equal((await ended).authenticated, false);
});

const CSRF = '{"type": "/problems/csrf", "title": "The CSRF token is missing or wrong"}';

async function refusedCommand(): Promise<{sent: Promise<{data: unknown}>}> {
    renewSession();
    const sent = send('POST', '/api/exercises', {});
    (await next('/api/session')).answer(200, curator('one'));
    (await next('/api/exercises')).answer(403, CSRF);
    return {sent};
}

test('a command is sent again with the CSRF token of the new session', async () => {
    const {sent} = await refusedCommand();
    (await next('/api/session')).answer(200, curator('two'));
    const second = await next('/api/exercises');
    assert.equal(second.csrf, 'two');
    second.answer(201, '');
    assert.equal((await sent).data, undefined);
});

test('a command is not sent for somebody else', async () => {
    const {sent} = await refusedCommand();
    (await next('/api/session')).answer(200, curator('two', 'boris'));
    await assert.rejects(sent, {type: '/problems/csrf'});
    assert.equal(requests.length, 0);
});
