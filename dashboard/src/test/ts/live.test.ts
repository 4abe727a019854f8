import assert from 'node:assert/strict';
import {mock, test} from 'node:test';
import {type Change, concerns} from '../../main/resources/web/app/live/change.ts';
import {Hub, type Tab} from '../../main/resources/web/app/live/hub.ts';
import type {ToTab} from '../../main/resources/web/app/live/messages.ts';
import {SseParser} from '../../main/resources/web/app/live/sse.ts';

// No register answers here: the changes come from the tests, and no connection is tried again.
globalThis.fetch = () => new Promise(() => {});
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

test('a filter selects the changes that name its values', () => {
    const membership = change('a.1', 'membership:sco/UZ');
    assert.ok(concerns(membership, {organization: 'sco', party: 'UZ'}));
    assert.ok(!concerns(membership, {organization: 'csto'}));
    assert.ok(!concerns(membership, {kind: 'exercise'}));
    const exercise = change('a.2', 'exercise:1', {participants: [{party: 'CN'}, {'members-of': 'sco'}]});
    assert.ok(concerns(exercise, {organization: 'sco', party: 'CN', kind: 'exercise'}));
    assert.ok(!concerns(exercise, {party: 'UZ'}));
});

test('a change that names nothing can concern everything', () => {
    assert.ok(concerns(change('a.1', 'contribution:1', {reason: 'Twice'}), {organization: 'sco'}));
});

/** A tab that keeps what it gets. */
class KeptMessages implements Tab {
    readonly got: ToTab[] = [];

    post(message: ToTab): void {
        this.got.push(message);
    }

    cursors(): string[] {
        return this.got.flatMap(message => (message.kind === 'changes' ? message.changes.map(({cursor}) => cursor) : []));
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
