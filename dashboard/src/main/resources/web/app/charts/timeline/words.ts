import type {TimelineItem} from '../../api/types.ts';
import {dateText} from '../../dates/text.ts';
import {t, word} from '../../words/index.ts';
import {standing} from './spans.ts';

/** A span in words: what it says on the pointer and to a screen reader. */
export function spanSentence(span: TimelineItem): string {
    const notes = [
        span.coveredUntil && `${t('timeline.covered-until')} ${dateText(span.coveredUntil)}`,
        span.disputed && t('fact.disputed'),
    ].filter(Boolean);
    const who = `${span.name}, ${span.organizationName}`;
    const end = span.until ? dateText(span.until) : t('timeline.until-now');
    return [`${who}: ${word('status', standing(span))}, ${dateText(span.since)} – ${end}`, ...notes].join('. ');
}
