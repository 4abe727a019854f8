import type {EffectiveDate, EffectivePeriod, Fact, ListPage, Source} from '../../api/types.ts';

export interface Strength {
    min?: number;
    max?: number;
    approximate?: boolean;
}

export interface StrengthReport {
    url: string;
    preferred: boolean;
    strength?: Strength;
    strengthByForce?: {force: string; strength: Strength}[];
    sources: Source[];
}

export interface Participant {
    party?: string;
    'members-of'?: string;
    name: string;
    role: string;
    strength?: Strength;
    strengths?: StrengthReport[];
    forces?: string[];
    equipment?: string;
    joined?: EffectiveDate;
    left?: EffectiveDate;
    certainty?: string;
    note?: string;
    url?: string;
    disputed?: boolean;
    sources?: Source[];
    members?: {party: string; name: string; certainty: string}[];
}

export interface Phase {
    place: {
        name?: string;
        names?: Record<string, string>;
        country?: string;
        countries?: string[];
        lat?: number;
        lon?: number;
        online?: boolean;
    };
    dates?: EffectivePeriod;
    days?: number;
    note?: string;
    url?: string;
    disputed?: boolean;
    sources?: Source[];
}

export interface ExerciseItem extends Fact {
    id: string;
    name: string | null;
    label: string;
    kind: string;
    status?: string;
    series?: string;
    organizations: string[];
    dates?: EffectivePeriod;
    purpose?: {declared?: string; assessed?: string};
    purposes?: {view: string; text: string; party?: string; url: string; disputed?: boolean; sources: Source[]}[];
    phases?: Phase[];
    participants: Participant[];
    participantsOnOtherDays?: Participant[];
    strength?: Strength;
    strengths?: StrengthReport[];
    legalBasis?: LegalBasis;
    steps?: Step[];
    certainty?: string;
    merged?: {id: string; url: string; name?: string}[];
    edition?: number;
    previous?: Neighbour;
    next?: Neighbour;
}

/** The exercise before or after another one of its series. */
export interface Neighbour {
    id: string;
    url: string;
    label: string;
    dates?: EffectivePeriod;
}

export interface LegalBasis {
    instrument?: string;
    instrumentUrl?: string;
    article?: string;
    invokedBy?: string;
    invoked?: EffectiveDate;
}

export interface Step {
    step: string;
    effective: EffectiveDate;
    dates?: EffectivePeriod;
    party?: string;
    instrument?: string;
    instrumentUrl?: string;
    article?: string;
    note?: string;
    url: string;
    disputed?: boolean;
    sources?: Source[];
}

export interface PairItem {
    party: string;
    with: string;
    name: string;
    withName: string;
    exercises: number;
    possible: number;
}

export type ExercisePage = ListPage<ExerciseItem>;
