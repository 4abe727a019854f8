import type {Tab} from './hub.ts';
import type {ToHub, ToTab} from './messages.ts';

const NAME = 'depositary-live';

/** The way from this tab to the hub that holds the only stream of the browser. */
export interface Link {
    post(message: ToHub): void;
}

/**
 * Connects to the hub: in a `SharedWorker`; else in the tab that holds a Web Lock; else in this tab alone.
 *
 * @param receive gets the messages of the hub
 * @param moved called when another tab takes over the hub: this tab must join again
 */
export async function connect(receive: (message: ToTab) => void, moved: () => void): Promise<Link> {
    const module = await import('./hub.ts');
    if ('SharedWorker' in globalThis) {
        const worker = await workerLink(module.address, receive);
        if (worker) {
            return worker;
        }
    }
    const hub = new module.Hub();
    const own: Tab = {post: receive};
    if (!navigator.locks || !('BroadcastChannel' in globalThis)) {
        return {post: message => hub.receive(own, message)};
    }
    return lockLink(hub, own, moved);
}

/** Resolves to nothing if the browser cannot run the worker. */
function workerLink(address: string, receive: (message: ToTab) => void): Promise<Link | undefined> {
    return new Promise(resolve => {
        try {
            const worker = new SharedWorker(address, {type: 'module', name: NAME});
            worker.addEventListener('error', () => resolve(undefined));
            worker.port.addEventListener('message', ({data}) => {
                if (data === 'ready') {
                    resolve({post: message => worker.port.postMessage(message)});
                } else {
                    receive(data as ToTab);
                }
            });
            worker.port.start();
        } catch {
            resolve(undefined);
        }
    });
}

interface Envelope {
    /** The id of a tab, 'hub', or 'all'. */
    to: string;
    from: string;
    message: ToHub | ToTab | 'moved';
}

/** The tab that holds the lock leads: it has the hub. When it closes, the next tab leads. */
function lockLink(hub: {receive(tab: Tab, message: ToHub): void}, own: Tab, moved: () => void): Link {
    const id = crypto.randomUUID();
    const channel = new BroadcastChannel(NAME);
    const tabs = new Map<string, Tab>();
    let leads = false;
    const send = (to: string, message: Envelope['message']) => channel.postMessage({to, from: id, message});
    const tabOf = (from: string): Tab => {
        const tab = tabs.get(from) ?? {post: message => send(from, message)};
        tabs.set(from, tab);
        return tab;
    };
    channel.addEventListener('message', ({data}: MessageEvent<Envelope>) => {
        if (data.to === 'all') {
            moved();
        } else if (data.to === 'hub' && leads) {
            hub.receive(tabOf(data.from), data.message as ToHub);
        } else if (data.to === id) {
            own.post(data.message as ToTab);
        }
    });
    void navigator.locks.request(NAME, () => {
        leads = true;
        send('all', 'moved');
        moved();
        return new Promise(() => {});
    });
    return {post: message => (leads ? hub.receive(own, message) : send('hub', message))};
}
