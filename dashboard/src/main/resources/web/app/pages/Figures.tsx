import type {EffectiveDate, Fact} from '../api/types.ts';
import {dateText} from '../dates/text.ts';
import {number, word} from '../words/index.ts';
import {FactTable} from './FactTable.tsx';

/** Numbers about a party, an organisation or an organ. A missing value is shown as missing. */
export function Figures({items}: {items: Fact[]}) {
    return (
        <FactTable
            items={items}
            columns={[
                {label: 'field.measure', cell: fact => word('code', String(fact.measure ?? ''))},
                {label: 'field.value', cell: fact => (typeof fact.value === 'number' ? number(fact.value) : '—')},
                {label: 'field.unit', cell: fact => word('code', String(fact.unit ?? ''))},
                {label: 'field.date', cell: fact => dateText(fact.date as EffectiveDate | undefined)},
                {label: 'field.organ', cell: fact => word('code', String(fact.organ ?? ''))},
            ]}
        />
    );
}
