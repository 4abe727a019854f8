import type {EffectiveDate, EffectivePeriod} from '../api/types.ts';
import {locale} from '../state/language.ts';
import {t} from '../words/index.ts';

const YEAR = /^\d{4}$/;
const MONTH = /^\d{4}-\d{2}$/;

/** A date in words, no more exact than its source: "June 2004", "about 2008", "between 2001 and 2005". */
export function dateText(date: EffectiveDate | null | undefined): string {
    return date ? edtfText(date.edtf) : '';
}

export function edtfText(edtf: string): string {
    const [start, end] = edtf.split('/');
    if (end === undefined) {
        return pointText(edtf);
    }
    if (start === '..' || !start) {
        return t('date.until', {date: pointText(end)});
    }
    if (end === '..' || !end) {
        return t('date.from', {date: pointText(start)});
    }
    return t('date.between', {start: pointText(start), end: pointText(end)});
}

/** A period in words: one date if both ends are the same. Both ends belong to it. */
export function periodText(period: EffectivePeriod | null | undefined): string {
    const {start, end} = period ?? {};
    if (!start || !end || start.edtf === end.edtf) {
        return dateText(start ?? period);
    }
    const bound = (date: EffectiveDate) => (date.edtf === '..' ? '' : dateText(date));
    return `${bound(start)} – ${bound(end)}`.trim();
}

/** Both bounds of a span, as one text. */
export function spanText(since: EffectiveDate, until: EffectiveDate | null): string {
    return `${dateText(since)} – ${until ? dateText(until) : ''}`.trim();
}

export function dayText(iso: string): string {
    return format(iso, {day: 'numeric', month: 'long', year: 'numeric'});
}

/** With seconds: recordings can follow each other quickly. */
export function instantText(instant: string): string {
    return new Intl.DateTimeFormat(locale(), {dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC'}).format(
        new Date(instant),
    );
}

function pointText(edtf: string): string {
    const exact = edtf.replace(/[~?%]/g, '');
    const text = YEAR.test(exact)
        ? exact
        : MONTH.test(exact)
          ? format(`${exact}-01`, {month: 'long', year: 'numeric'})
          : exact.includes('X')
            ? exact
            : dayText(exact);
    const qualified = /[~%]/.test(edtf) ? t('date.about', {date: text}) : text;
    return /[?%]/.test(edtf) ? t('date.uncertain', {date: qualified}) : qualified;
}

function format(iso: string, options: Intl.DateTimeFormatOptions): string {
    const time = Date.parse(iso);
    return Number.isNaN(time)
        ? iso
        : new Intl.DateTimeFormat(locale(), {...options, timeZone: 'UTC'}).format(new Date(time));
}
