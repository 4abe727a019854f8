import type {Recording} from '../api/types.ts';
import {instantText} from '../dates/text.ts';
import {href, useView} from '../state/view.ts';
import {t} from '../words/index.ts';

/** When the register learned what. Each time leads to the knowledge of that time. */
export function Recordings({recordings}: {recordings: Recording[]}) {
    const [view] = useView();
    return (
        <ol class="recordings">
            {recordings.map(recording => (
                <li>
                    <a
                        href={href(view, {knownAt: recording.recordedAt})}
                        title={t('fact.before', {instant: instantText(recording.recordedAt)})}
                    >
                        <time dateTime={recording.recordedAt}>{instantText(recording.recordedAt)} UTC</time>
                    </a>{' '}
                    {t('fact.recording', {what: eventName(recording.type), actor: recording.actor})}
                </li>
            ))}
        </ol>
    );
}

/** org.depositary.membership.membership-changed.v1 → membership changed */
export function eventName(type: string): string {
    return (type.split('.').at(-2) ?? type).replaceAll('-', ' ');
}
