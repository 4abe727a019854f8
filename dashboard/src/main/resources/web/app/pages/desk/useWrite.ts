import {useState} from 'preact/hooks';
import {RequestKeys} from './requestKeys.ts';
import {write, type Concern, type Recorded} from './write.ts';

/** Sends commands of one form: each request with its own idempotency key, as long as the form is open. */
export function useWrite(): (path: string, body: unknown, concern: Concern) => Promise<Recorded> {
    const [keys] = useState(() => new RequestKeys());
    return (path, body, concern) =>
        keys.send(JSON.stringify([path, body]), key => write('POST', path, body, concern, key));
}
