import type {EffectiveDate} from '../../api/types.ts';
import {nameIn, number, t} from '../../words/index.ts';
import type {ExerciseItem, Participant, Phase, Strength} from './types.ts';

/** One exercise: a line of the table, a line of the CSV, and its marks on the map. */
export interface ExerciseRow {
    id: string;
    url: string;
    href: string;
    label: string;
    kind: string;
    dates: EffectiveDate | undefined;
    organizations: string[];
    participants: string[];
    places: string[];
    strength: Strength | undefined;
    disputed: boolean;
}

export function exerciseRow(item: ExerciseItem): ExerciseRow {
    return {
        id: item.id,
        url: item.url,
        href: `/exercises/${item.id}`,
        label: item.label,
        kind: item.kind,
        dates: item.dates,
        organizations: item.organizations,
        participants: [...new Set(item.participants.map(participantName))],
        places: (item.phases ?? []).map(placeName),
        strength: item.strength,
        disputed: item.disputed,
    };
}

export function participantName(participant: Participant): string {
    return participant['members-of'] ? t('exercise.members-of', {organization: participant.name}) : participant.name;
}

/** The name of a place, or else its states or coordinates. */
export function placeName({place}: Phase): string {
    return (
        place.name ||
        nameIn(place.names) ||
        statesOf(place) ||
        (place.online ? t('exercise.online') : coordinates(place))
    );
}

function coordinates({lat, lon}: Phase['place']): string {
    return [lat, lon].filter(degrees => degrees !== undefined).join(', ');
}

/** The code of its state, or those of a border area. */
export function statesOf({country, countries = []}: Phase['place']): string {
    return country ?? countries.join(', ');
}

/** Names a phase by its exercise and position. */
export function phaseKey(item: ExerciseItem, n: number): string {
    return `${item.id} ${n}`;
}

/** Whether a party took part itself, or possibly as a member of an organisation. */
export function hasParty(item: ExerciseItem, party: string): boolean {
    return item.participants.some(participant => includes(participant, party));
}

function includes(participant: Participant, party: string): boolean {
    return participant.party === party || (participant.members ?? []).some(member => member.party === party);
}

/** A number of troops or a range of them; undefined if no source reports any. */
export function strengthText(strength: Strength | undefined): string | undefined {
    const bounds = [strength?.min, strength?.max].filter(bound => bound !== undefined);
    if (bounds.length === 0) {
        return undefined;
    }
    const [min, max] = [strength?.min, strength?.max];
    const [low, high] = [min, max].map(bound => (bound === undefined ? '' : number(bound)));
    const range = min === max ? low : `${low}–${high}`;
    return strength?.approximate ? `≈ ${range}` : range;
}

/** The newest first. An exercise without a start comes last. */
export function newestFirst(one: ExerciseRow, other: ExerciseRow): number {
    const start = (row: ExerciseRow) => row.dates?.earliest ?? row.dates?.latest ?? '';
    return start(other).localeCompare(start(one)) || one.label.localeCompare(other.label);
}
