import type {TimelineItem} from '../../../api/types.ts';
import {edtfBounds, edtfFault} from '../form/edtf.ts';

const EXITS = new Set(['withdrawal', 'expulsion', 'lapse', 'suspension', 'reinstatement']);
const ENTRIES: Record<string, string> = {
    accession: 'member',
    'observer-status': 'observer',
    'guest-status': 'guest',
    'dialogue-partner-status': 'dialogue-partner',
    'associate-status': 'associate',
};

/** A span of the party's timeline, and whether a date may lie in it. */
export interface NearSpan {
    span: TimelineItem;
    touches: boolean;
}

export interface Collision {
    kind: 'in-already' | 'not-in';
    span?: TimelineItem;
}

export function nearSpans(spans: TimelineItem[], effective: string): NearSpan[] {
    const dated = isDate(effective);
    return spans.map(span => ({span, touches: dated && touches(span, effective)}));
}

/** Finds a change that the register will refuse: joining while certainly in, or leaving while not possibly in. */
export function collisionOf(change: string, effective: string, spans: TimelineItem[]): Collision | undefined {
    if (!isDate(effective)) {
        return undefined;
    }
    const statuses = spans.filter(each => each.status);
    if (EXITS.has(change)) {
        return statuses.some(each => touches(each, effective)) ? undefined : {kind: 'not-in'};
    }
    const span = statuses.find(each => each.status === ENTRIES[change] && surelyHolds(each, effective));
    return span && {kind: 'in-already', span};
}

function touches({since, until}: TimelineItem, effective: string): boolean {
    const {earliest, latest} = edtfBounds(effective);
    return !isBefore(latest, since.earliest) && !(until && isBefore(until.latest, earliest));
}

function surelyHolds({since, until}: TimelineItem, effective: string): boolean {
    const {earliest, latest} = edtfBounds(effective);
    const begun = since.latest !== null && earliest !== '' && since.latest <= earliest;
    return begun && (!until || (until.earliest !== null && latest !== '' && latest < until.earliest));
}

/** An open side is before nothing, and nothing is before it. */
function isBefore(left: string | null, right: string | null): boolean {
    return Boolean(left && right && left < right);
}

function isDate(text: string): boolean {
    return text.trim() !== '' && !edtfFault(text.trim());
}
