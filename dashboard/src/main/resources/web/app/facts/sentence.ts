import type {EffectivePeriod} from '../api/types.ts';
import {edtfText, periodText} from '../dates/text.ts';
import {locale} from '../state/language.ts';
import {nameIn, number, t, word} from '../words/index.ts';

/** The names of what facts refer to, in the reader's language; the code or id if there is none. */
export interface FactNames {
    party(code: string): string;
    organization(id: string): string;
    exercise(id: string): string;
    instrument(id: string): string;
}

type Fields = Record<string, unknown>;

/** What a fact says, in the reader's language. Texts of sources stay in their language. */
export function factSentence(url: string, fields: Fields, names: FactNames): string {
    const [, , collection = '', id = ''] = url.split('/');
    const sentence = SENTENCES[collection];
    return capitalized(sentence ? sentence(new Statement(fields, names, id)) : `${word('collection', collection)} ${id}`);
}

export function capitalized(text: string): string {
    return text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);
}

/** Reads the fields of a statement, of a read or of an event, as parts of a sentence. */
class Statement {
    constructor(
        private readonly fields: Fields,
        readonly names: FactNames,
        readonly id: string,
    ) {}

    has(field: string): boolean {
        return Boolean(this.fields[field]);
    }

    text(field: string): string {
        const value = this.fields[field];
        return typeof value === 'number' ? number(value) : typeof value === 'string' ? value : '';
    }

    part(field: string): Statement {
        return new Statement((this.fields[field] ?? {}) as Fields, this.names, '');
    }

    /** The word for a code. */
    code(field: string, prefix = 'choice'): string {
        return word(prefix, this.text(field)).toLocaleLowerCase(locale());
    }

    /** The word for a code of an open list, such as an office. */
    openCode(field: string): string {
        return word('code', this.text(field));
    }

    get name(): string {
        return nameIn(this.fields.names as Record<string, string> | undefined) || this.text('name') || this.text('label');
    }

    get party(): string {
        return this.has('party') ? this.names.party(this.text('party')) : this.organization;
    }

    get organization(): string {
        return this.has('organization') ? this.names.organization(this.text('organization')) : '';
    }

    get organizations(): string {
        return ((this.fields.organizations ?? []) as string[]).map(id => this.names.organization(id)).join(', ');
    }

    get exercise(): string {
        return this.names.exercise(this.text('exercise'));
    }

    get place(): string {
        const place = this.part('place');
        return place.name || (place.has('country') ? this.names.party(place.text('country')) : '');
    }

    /** A date in words. Events have dates as EDTF; reads have them with their bounds. */
    date(field: string): string {
        const value = this.fields[field];
        return typeof value === 'string' ? edtfText(value) : periodText(value as EffectivePeriod | undefined);
    }

    /** A period in words, from one field. */
    during(field: string): string {
        const value = this.fields[field];
        return typeof value === 'string' ? between(value.split('/').map(each => (each === '..' ? '' : each))) : this.date(field);
    }

    /** A period in words, from two fields. */
    between(from: string, to: string): string {
        const [start, end] = [this.date(from), this.date(to)];
        return start || end ? `${start} – ${end}`.trim() : '';
    }
}

function between([start = '', end]: string[]): string {
    return end === undefined ? edtfText(start) : `${start && edtfText(start)} – ${end && edtfText(end)}`.trim();
}

/** "Who: what, when", without the parts that are not known. */
function line(who: string, ...parts: string[]): string {
    return [who, parts.filter(Boolean).join(', ')].filter(Boolean).join(': ');
}

const SENTENCES: Record<string, (said: Statement) => string> = {
    'membership-changes': said =>
        [
            word('say', said.text('change'), {party: said.party, organization: said.organization}),
            said.date('effective'),
        ]
            .filter(Boolean)
            .join(', '),
    organizations: said =>
        line(said.name || said.id, said.has('founded') ? t('organization.founded', {date: said.date('founded')}) : ''),
    'organization-changes': said =>
        line(
            said.organization,
            said.has('dissolved') ? t('say.dissolved') : '',
            said.name && t('say.renamed', {name: said.name}),
            said.has('seat') ? t('say.moved', {place: said.part('seat').text('place')}) : '',
            said.has('successor')
                ? `${t('organization.followed-by')} ${said.names.organization(said.text('successor'))}`
                : '',
            said.date('effective'),
        ),
    organs: said =>
        line(`${said.name || said.openCode('organ')}, ${said.organization}`, said.code('state'), said.between('effective', 'until')),
    terms: said => line(holder(said), said.openCode('office'), said.organization, said.between('from', 'to')),
    meetings: said =>
        line(said.text('title') || said.openCode('organ'), said.organization, said.during('date'), said.place),
    relations: said =>
        line(
            `${said.organization}, ${said.names.organization(said.text('with'))}`,
            said.openCode('kind') || word('collection', 'relations'),
            said.between('effective', 'until'),
        ),
    contributions: said => line(said.organization, t('organization.contributions').toLocaleLowerCase(), said.during('period')),
    rules: said =>
        line(said.organization, said.openCode('subject'), said.openCode('rule'), said.between('effective', 'until')),
    figures: said =>
        line(said.party, said.openCode('measure'), `${said.text('value')} ${said.openCode('unit')}`.trim(), said.during('date')),
    instruments: said => {
        const dates = said.part('dates');
        const first = ['signed', 'adopted'].find(field => dates.has(field));
        const when = first ? `${word('field', first).toLocaleLowerCase()} ${dates.date(first)}` : '';
        return line(said.name || said.id, said.code('type'), when);
    },
    acts: said =>
        line(said.party, said.code('act', 'act'), said.names.instrument(said.text('instrument')), said.date('effective')),
    exercises: said =>
        line(
            said.name || t('say.unnamed-exercise'),
            said.code('kind', 'exercise-kind'),
            said.organizations,
            said.during('dates'),
        ),
    participations: said => line(said.exercise, said.party, said.code('role', 'role'), said.between('joined', 'left')),
    'exercise-phases': said => line(said.exercise, said.place, said.during('dates')),
    'exercise-steps': said => line(said.exercise, said.code('step', 'step'), said.date('effective'), said.during('dates')),
    'exercise-purposes': said => line(said.exercise, said.code('view', 'exercise'), said.text('text')),
    'exercise-merges': said => line(said.exercise, t('say.same-exercise')),
    documents: said => line(word('collection', 'documents'), said.text('title') || said.text('filename')),
};

function holder(said: Statement): string {
    const person = said.part('holder');
    return person.text('name') || (person.has('country') ? said.names.party(person.text('country')) : t('say.unknown-holder'));
}
