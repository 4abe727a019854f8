import {dateText} from '../../dates/text.ts';
import {href, useView} from '../../state/view.ts';
import {t, word} from '../../words/index.ts';
import {participantName, strengthText} from './rows.ts';
import type {ExerciseItem, Participant} from './types.ts';

const ROLES = ['host', 'participant', 'observer', 'monitor', 'planner'];

/** Who took part, by role. */
export function Participants({item}: {item: ExerciseItem}) {
    const roles = [...new Set([...ROLES, ...item.participants.map(({role}) => role)])];
    return (
        <section>
            <h2>{t('exercises.participants')}</h2>
            {roles.map(role => (
                <Role key={role} role={role} participants={item.participants.filter(one => one.role === role)} />
            ))}
        </section>
    );
}

function Role({role, participants}: {role: string; participants: Participant[]}) {
    if (participants.length === 0) {
        return null;
    }
    return (
        <div class="exercise-role">
            <h3>{word('role', role)}</h3>
            <ul>
                {participants.map(participant => (
                    <li key={participant.party ?? participant['members-of']}>
                        <ParticipantText participant={participant} />
                    </li>
                ))}
            </ul>
        </div>
    );
}

function ParticipantText({participant}: {participant: Participant}) {
    const [view] = useView();
    const details = [
        strengthText(participant.strength),
        participant.forces?.join(', '),
        participant.equipment,
        participant.joined && `${t('time.from')} ${dateText(participant.joined)}`,
        participant.left && `${t('time.to')} ${dateText(participant.left)}`,
        participant.note,
    ].filter(Boolean);
    return (
        <>
            <a href={href(view, {path: pathOf(participant)})}>
                <bdi>{participantName(participant)}</bdi>
            </a>
            {details.length > 0 && <span class="soft"> {details.join(' · ')}</span>}{' '}
            {participant.disputed && <span class="tag warning">{t('fact.disputed')}</span>}
            {participant.url && <a href={href(view, {open: participant.url})}>{t('fact.open')}</a>}
            {participant.members && participant.members.length > 0 && <Members members={participant.members} />}
        </>
    );
}

/** Slugs of organisations are lower-case; codes of states are not. */
function pathOf(participant: Participant): string {
    const code = participant['members-of'] ?? participant.party ?? '';
    return /^[a-z]/.test(code) && !code.startsWith('cow:')
        ? `/organizations/${code}`
        : `/parties/${encodeURIComponent(code)}`;
}

function Members({members}: {members: NonNullable<Participant['members']>}) {
    return (
        <p class="small soft">
            {members.map(({party, name, certainty}, n) => (
                <span key={party}>
                    {n > 0 && ', '}
                    <bdi>{name}</bdi>
                    {certainty === 'possible' && ` (${t('map.possible')})`}
                </span>
            ))}
        </p>
    );
}
