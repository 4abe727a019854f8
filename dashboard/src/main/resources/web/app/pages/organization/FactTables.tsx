import type {ComponentChildren} from 'preact';
import type {EffectiveDate, Fact, Place} from '../../api/types.ts';
import {dateText, spanText} from '../../dates/text.ts';
import {word} from '../../words/index.ts';
import {FactTable} from '../FactTable.tsx';

const code = (name: string) => (fact: Fact) => word('code', String(fact[name] ?? ''));
const date = (name: string) => (fact: Fact) => dateText(fact[name] as EffectiveDate | undefined);

export function Terms({items}: {items: Fact[]}) {
    return (
        <FactTable
            items={items}
            columns={[
                {label: 'field.office', cell: code('office')},
                {label: 'field.holder', cell: fact => holder(fact.holder)},
                {label: 'field.period', cell: fact => spanText(fact.from as EffectiveDate, (fact.to as EffectiveDate) ?? null)},
            ]}
        />
    );
}

/** A person, or the state that holds a chairmanship. */
function holder(value: unknown): ComponentChildren {
    if (typeof value !== 'object' || value === null) {
        return String(value ?? '');
    }
    const {name, country} = value as {name?: string; country?: string};
    return (
        <>
            <bdi>{name}</bdi> {country && <span class="soft">{country}</span>}
        </>
    );
}

export function Meetings({items}: {items: Fact[]}) {
    return (
        <FactTable
            items={items}
            columns={[
                {label: 'field.title', cell: fact => String(fact.title ?? (code('organ')(fact) || word('field', 'date')))},
                {label: 'field.date', cell: date('date')},
                {label: 'field.place', cell: fact => placeText(fact.place as Place | undefined)},
                {label: 'field.organ', cell: code('organ')},
            ]}
        />
    );
}

export function placeText(place: Place | undefined): string {
    return place ? [place.name ?? place.place, place.country].filter(Boolean).join(', ') : '';
}

export function Relations({items}: {items: Fact[]}) {
    return (
        <FactTable
            items={items}
            columns={[
                {label: 'field.kind', cell: code('kind')},
                {label: 'field.with', cell: fact => String(fact.with ?? '')},
                {label: 'field.effective', cell: date('effective')},
            ]}
        />
    );
}

export function Rules({items}: {items: Fact[]}) {
    return (
        <FactTable
            items={items}
            columns={[
                {label: 'field.subject', cell: code('subject')},
                {label: 'field.rule', cell: code('rule')},
                {label: 'field.exceptions', cell: fact => ((fact.exceptions as string[] | undefined) ?? []).join(', ')},
                {label: 'field.article', cell: fact => [fact.instrument, fact.article].filter(Boolean).join(', ')},
            ]}
        />
    );
}
