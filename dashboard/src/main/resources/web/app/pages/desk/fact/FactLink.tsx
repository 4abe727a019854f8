import type {EffectiveDate, Fact} from '../../../api/types.ts';
import {periodText} from '../../../dates/text.ts';
import {href, useView} from '../../../state/view.ts';
import {nameIn, word} from '../../../words/index.ts';
import {choiceLabel} from '../form/labels.ts';

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
    const holder = fact.holder as {name?: string; country?: string} | undefined;
    const who = [
        fact.party,
        fact.with,
        code(fact.office),
        holder?.name ?? holder?.country,
        code(fact.measure),
        fact.title,
        fact.name,
    ];
    const what = [fact.change, fact.act, fact.state, fact.step, fact.role].filter(isText).map(choiceLabel);
    const when = [fact.effective, fact.date, fact.dates, fact.from, fact.period].find(isDate);
    const named = nameIn(fact.names as Record<string, string> | undefined);
    const line = [named, ...who, ...what, code(fact.rule), when && periodText(when), fact.organization, fact.instrument];
    return line.filter(isText).slice(0, 5);
}

function code(value: unknown): string {
    return isText(value) ? word('code', value) : '';
}

function isText(value: unknown): value is string {
    return typeof value === 'string' && value !== '';
}

function isDate(value: unknown): value is EffectiveDate {
    return typeof value === 'object' && value !== null && 'edtf' in value;
}
