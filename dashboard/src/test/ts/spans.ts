import type {EffectiveDate, TimelineItem} from '../../main/resources/web/app/api/types.ts';

export function date(earliest: string, latest = earliest): EffectiveDate {
    return {edtf: earliest === latest ? earliest : `${earliest}/${latest}`, earliest, latest, uncertain: false};
}

/** A span of Uzbekistan in an organisation. */
export function span(since: EffectiveDate, until: EffectiveDate | null, more: Partial<TimelineItem> = {}): TimelineItem {
    return {
        organization: 'csto',
        organizationName: 'Collective Security Treaty Organization',
        party: 'UZ',
        name: 'Uzbekistan',
        status: 'member',
        candidacy: null,
        since,
        until,
        opened: `/api/membership-changes/${since.edtf}`,
        closed: until && `/api/membership-changes/${until.edtf}`,
        disputed: false,
        ...more,
    };
}
