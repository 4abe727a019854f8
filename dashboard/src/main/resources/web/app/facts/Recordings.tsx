import type {Recording} from '../api/types.ts';
import {instantText} from '../dates/text.ts';
import {href, useView} from '../state/view.ts';
import {t, word} from '../words/index.ts';

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

const ACTIONS: Record<string, string> = {
    corrected: 'corrected',
    retracted: 'retracted',
    sourced: 'source-added',
    verified: 'verified',
    claimed: 'claimed',
    preferred: 'claim-preferred',
    withdrawn: 'claim-withdrawn',
};

/** org.depositary.membership.membership-change-corrected.v1 → corrected. All other events record something. */
function eventName(type: string): string {
    const verb = type.split('.').at(-2)?.split('-').at(-1) ?? '';
    return word('event', ACTIONS[verb] ?? 'recorded');
}
