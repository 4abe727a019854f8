/** The JSON of the reads. Each type has the name of its schema in /openapi. */

export interface ListPage<T> {
    items: T[];
    next?: string;
}

/** A point or period in EDTF with its bounds. A missing bound is open. */
export interface EffectiveDate {
    edtf: string;
    earliest: string | null;
    latest: string | null;
    uncertain: boolean;
}

export interface EffectivePeriod extends EffectiveDate {
    start?: EffectiveDate;
    end?: EffectiveDate;
}

export interface Source {
    document?: string;
    anchor?: string;
    quote?: string;
    title?: string;
    author?: string;
    published?: string;
    uri?: string;
    locator?: string;
    covers?: string;
    set?: string;
}

export type Names = Record<string, string>;

export interface Place {
    name?: string;
    place?: string;
    country?: string;
    lat?: number;
    lon?: number;
}

/** Without what no page shows. */
export interface TimelineItem {
    organization: string;
    organizationName: string;
    party: string;
    name: string;
    status: string | null;
    candidacy: string | null;
    since: EffectiveDate;
    until: EffectiveDate | null;
    opened: string;
    closed: string | null;
    disputed: boolean;
    founding?: boolean;
    coveredUntil?: EffectiveDate;
}

export interface Member {
    organization: string;
    organizationName: string;
    party: string;
    name: string;
    status: string;
    candidacy: string | null;
    since: EffectiveDate;
    until: EffectiveDate | null;
    certainty: 'certain' | 'possible';
    coveredUntil?: EffectiveDate;
    disputed: boolean;
    change: string;
    sources: Source[];
    founding?: boolean;
    dissolved?: boolean;
    candidacySince?: EffectiveDate;
    candidacyCertainty?: string;
    candidacyChange?: string;
}

export interface OrganizationItem {
    id: string;
    url: string;
    name: string;
    names: Names;
    acronym: string | null;
    founded: EffectiveDate | null;
    seat: Place | null;
    predecessor: string | null;
    successors: string[];
    dissolved: EffectiveDate | null;
    disputed: boolean;
    sources: Source[];
}

export interface Claim {
    url: string;
    number: number;
    preferred: boolean;
    holds: boolean;
    value: Record<string, unknown> | null;
    sources: Source[];
    recordedAt?: string;
    actor?: string;
    withdrawn?: Retraction;
}

export interface Retraction {
    reason: string;
    at?: string;
    recordedAt?: string;
    actor?: string;
}

export interface Recording {
    id: string;
    type: string;
    recordedAt: string;
    actor: string;
    version: number;
    data: Record<string, unknown>;
}

/** What every fact has. Its own fields come with it. */
export interface Fact {
    url: string;
    disputed: boolean;
    sources: Source[];
    claims?: Claim[];
    holds?: boolean;
    retracted?: Retraction;
    warnings?: string[];
    recordings?: Recording[];
    lastChanged?: string;
    lastVerified?: {at: string; actor: string; sources: Source[]};
    [field: string]: unknown;
}

export interface OrganizationDetail extends OrganizationItem {
    claims?: Claim[];
    changes: Fact[];
    retracted?: Retraction;
    lastChanged?: string;
    recordings: Recording[];
}

export interface PartyItem {
    code: string;
    url: string;
    name: string;
    kind: string;
}

export interface PartyDetail extends PartyItem {
    names: Names;
    aliases: string[];
    codes: {scheme: string; code: string; from: string | null; until: string | null}[];
    from: string | null;
    until: string | null;
    predecessors: string[];
    successors: string[];
}

export interface Finding {
    kind: string;
    detail: string;
    facts: string[];
    organizations: string[];
    parties: string[];
    sources: Source[];
}

export interface ChangeItem {
    cursor: string;
    id: string;
    type: string;
    time: string;
    actor: string;
    subject: string;
    data: Record<string, unknown> & {factChange?: {fact: string | null; action: string}};
}
