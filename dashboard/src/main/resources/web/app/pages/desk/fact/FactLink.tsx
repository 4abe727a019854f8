import type {EffectiveDate, Fact} from '../../../api/types.ts';
import {periodText} from '../../../dates/text.ts';
import {href, useView} from '../../../state/view.ts';
import {codeText} from '../../../words/choices.ts';
import {nameIn} from '../../../words/index.ts';

/** A fact in one line. It opens the fact in the panel, where the reader is. */
export function FactLink({fact}: {fact: Fact}) {
    const [view] = useView();
    return (
        <a class="fact-link" href={href(view, {open: fact.url}) + location.hash}>
            {factLine(fact).map((each, at) => (
                <bdi key={at}>{each}</bdi>
            ))}
        </a>
    );
}

/** The party, the change and the date of a fact, as far as its kind has them. */
export function factLine(fact: Fact): string[] {
    const code = (name: string) => (isText(fact[name]) ? codeText(name, fact[name]) : '');
    const holder = fact.holder as {name?: string; country?: string} | undefined;
    const who = [
        fact.party,
        fact.with,
        code('office'),
        holder?.name ?? holder?.country,
        code('measure'),
        fact.title,
        fact.name,
    ];
    const what = ['change', 'act', 'state', 'step', 'role', 'rule'].map(code);
    const when = [fact.effective, fact.date, fact.dates, fact.from, fact.period].find(isDate);
    const named = nameIn(fact.names as Record<string, string> | undefined);
    const line = [named, ...who, ...what, when && periodText(when), fact.organization, fact.instrument];
    return line.filter(isText).slice(0, 5);
}

function isText(value: unknown): value is string {
    return typeof value === 'string' && value !== '';
}

function isDate(value: unknown): value is EffectiveDate {
    return typeof value === 'object' && value !== null && 'edtf' in value;
}
