import assert from 'node:assert/strict';
import {mock, test} from 'node:test';
import type {Change} from '../../main/resources/web/app/live/change.ts';
import {Hub, type Tab} from '../../main/resources/web/app/live/hub.ts';
import type {ToTab} from '../../main/resources/web/app/live/messages.ts';
import {SseParser} from '../../main/resources/web/app/live/sse.ts';
import {Subscription} from '../../main/resources/web/app/live/subscription.ts';

// No register answers here: the changes come from the tests, and only a test with a status gets an answer.
const tokens: (string | null)[] = [];
let status = 0;
globalThis.fetch = (_, init) => {
    tokens.push(new Headers(init?.headers).get('Authorization'));
    return status ? Promise.resolve(new Response(null, {status})) : new Promise(() => {});
};
mock.timers.enable({apis: ['setTimeout']});

function change(cursor: string, subject: string, data: Change['data'] = {}): Change {
    const kind = subject.startsWith('exercise') ? 'exercise' : 'membership';
    const type = `org.depositary.${kind}.something-happened.v1`;
    return {cursor, id: cursor, type, subject, time: new Date().toISOString(), data};
}

test('a block arrives when its empty line arrives, wherever the network splits it', () => {
    const parser = new SseParser();
    assert.deepEqual(parser.push('retry: 2000\nid: a.1\n'), []);
    assert.deepEqual(parser.push('\r\nid: a.2\nevent: cha'), [{event: 'message', data: '', id: 'a.1', retry: 2000}]);
    assert.deepEqual(parser.push('nge\ndata: {"a":\ndata: 1}\n\n:\n\n'), [
        {event: 'change', data: '{"a":\n1}', id: 'a.2'},
        {event: 'message', data: ''},
    ]);
});

/** A tab that keeps what it gets. */
class KeptMessages implements Tab {
    readonly got: ToTab[] = [];

    post(message: ToTab): void {
        this.got.push(message);
    }

    cursors(): string[] {
        return this.got.flatMap(message =>
            message.kind === 'changes' ? message.changes.map(({cursor}) => cursor) : [],
        );
    }

    missed(): boolean {
        return this.got.some(({kind}) => kind === 'missed');
    }
}

function joined(hub: Hub, cursor: string): KeptMessages {
    const tab = new KeptMessages();
    hub.receive(tab, {kind: 'join', cursor});
    return tab;
}

test('a tab gets every change after its own read, and none twice', () => {
    const hub = new Hub();
    const first = joined(hub, 'a.1');
    hub.changed(change('a.2', 'membership:sco/UZ'));
    hub.changed(change('a.3', 'membership:sco/KZ'));
    const sameStart = joined(hub, 'a.1');
    const later = joined(hub, 'a.2');
    const unknown = joined(hub, 'b.7');
    hub.changed(change('a.4', 'membership:sco/KG'));
    const upToDate = joined(hub, 'a.4');
    assert.deepEqual(first.cursors(), ['a.2', 'a.3', 'a.4']);
    assert.deepEqual(sameStart.cursors(), ['a.2', 'a.3', 'a.4']);
    assert.deepEqual(later.cursors(), ['a.3', 'a.4']);
    assert.ok(unknown.missed());
    assert.deepEqual(upToDate.cursors(), []);
    assert.ok(!upToDate.missed());
});

test('after a reset every tab reads again, and later ones join at the new position', () => {
    const hub = new Hub();
    const tab = joined(hub, 'a.1');
    hub.reset('c.9');
    assert.ok(tab.missed());
    assert.ok(!joined(hub, 'c.9').missed());
});

test('the state is behind while old changes arrive', () => {
    const hub = new Hub();
    const tab = joined(hub, 'a.1');
    hub.changed({...change('a.2', 'membership:sco/UZ'), time: '2020-01-01T00:00:00Z'});
    const phases = () => tab.got.flatMap(message => (message.kind === 'state' ? [message.state.phase] : []));
    assert.equal(phases().at(-1), 'behind');
    hub.idle();
    assert.equal(phases().at(-1), 'live');
});

test('a stream takes a token when it is refused, and forgets it with its tab', async () => {
    const settled = () => new Promise(resolve => setImmediate(resolve));
    status = 401;
    tokens.length = 0;
    const hub = new Hub();
    const tab = joined(hub, 'a.1');
    await settled();
    hub.receive(tab, {kind: 'wake', token: 'abc'});
    await settled();
    hub.receive(tab, {kind: 'wake'});
    await settled();
    hub.receive(tab, {kind: 'wake', token: null});
    await settled();
    status = 0;
    assert.deepEqual(tokens, [null, 'Bearer abc', 'Bearer abc', null]);
});

test('a hidden page keeps few changes, and reads everything again when it missed more', () => {
    let isHidden = true;
    let show = () => {};
    globalThis.document = {
        get hidden() {
            return isHidden;
        },
        addEventListener: (_: string, listener: () => void) => (show = listener),
        removeEventListener: () => {},
    } as unknown as Document;
    const calls: number[] = [];
    const subscription = new Subscription(changes => calls.push(changes.length));
    const visit = (changes: number) => {
        isHidden = true;
        for (let i = 0; i < changes; i++) {
            subscription.changed([change(`a.${i}`, 'membership:sco/UZ')]);
        }
        mock.timers.tick(1_000);
        isHidden = false;
        show();
    };
    visit(500);
    visit(501);
    visit(2);
    assert.deepEqual(calls, [500, 0, 2]);
});
