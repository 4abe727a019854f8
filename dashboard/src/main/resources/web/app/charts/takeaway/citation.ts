import {seenUntil} from '../../api/serverTime.ts';
import {asOf, isInstant} from '../../dates/day.ts';
import {dayText, instantText} from '../../dates/text.ts';
import type {View} from '../../state/url.ts';
import {t} from '../../words/index.ts';
import {sharedAddress} from './sharedAddress.ts';

/** What is needed to see a chart again as it is now. */
export interface Citation {
    /** The address of the page, with both times in it. */
    url: string;
    /** Where the data are from, and as of when. */
    source: string;
    /** One line for a list of references. */
    text: string;
}

export function citationOf(title: string, view: View): Citation {
    const on = asOf(view);
    const knownAt = view.knownAt || instantOf(seenUntil());
    const url = sharedAddress(view, {on, knownAt, open: ''}, location.origin).href;
    const source = t('cite.source', {day: dayText(on), instant: instantName(knownAt)});
    return {url, source, text: `${title}. ${source} ${url}`};
}

/** An instant in whole seconds. */
function instantOf(millis: number): string {
    return new Date(millis).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A view can also be known at a cursor, which no reader understands. */
function instantName(knownAt: string): string {
    return isInstant(knownAt) ? `${instantText(knownAt)} UTC` : knownAt;
}
