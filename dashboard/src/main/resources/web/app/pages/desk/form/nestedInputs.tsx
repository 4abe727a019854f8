import {t} from '../../../words/index.ts';
import type {InputProps} from './FieldFrame.tsx';
import {Fieldset} from './Fieldset.tsx';
import {FieldInputs} from './FormFields.tsx';
import {fieldLabel} from './labels.ts';
import {rowsOf, type Row} from './rows.ts';
import {isGroup, type Value} from './values.ts';

export function GroupInput({field, value, pointer, onChange}: InputProps) {
    const values = isGroup(value) ? value : {};
    return (
        <Fieldset field={field} pointer={pointer}>
            <FieldInputs fields={field.fields ?? []} values={values} pointer={pointer} onChange={onChange} />
        </Fieldset>
    );
}

/** A list of groups, such as participants. */
export function GroupsInput({field, value, pointer, onChange}: InputProps) {
    const items = Array.isArray(value) ? value : [];
    const label = fieldLabel(field.name);
    const replace = (at: number, item: Value) => onChange(items.map((each, index) => (index === at ? item : each)));
    return (
        <Fieldset field={field} pointer={pointer}>
            {items.map((item, at) => (
                <div class="item" role="group" aria-label={`${label} ${at + 1}`} key={at}>
                    <FieldInputs
                        fields={field.fields ?? []}
                        values={isGroup(item) ? item : {}}
                        pointer={`${pointer}/${at}`}
                        onChange={changed => replace(at, changed)}
                    />
                    <button type="button" onClick={() => onChange(items.filter((_, index) => index !== at))}>
                        {t('form.remove')}
                    </button>
                </div>
            ))}
            <button type="button" onClick={() => onChange([...items, {}])}>
                {t('form.add', {what: label})}
            </button>
        </Fieldset>
    );
}

/** Names by language, or shares by party. */
export function MapInput({field, value, pointer, onChange}: InputProps) {
    const isNames = field.kind === 'names';
    const stated = rowsOf(value);
    const rows: Row[] = stated.length ? stated : [{key: isNames ? 'en' : '', value: ''}];
    const replace = (at: number, row: Row) => onChange(rows.map((each, index) => (index === at ? row : each)));
    return (
        <Fieldset field={field} pointer={pointer}>
            {rows.map((row, at) => (
                <MapRow key={at} isNames={isNames} row={row} onChange={changed => replace(at, changed)} />
            ))}
            <button type="button" onClick={() => onChange([...rows, {key: '', value: ''}])}>
                {t('form.add', {what: fieldLabel(field.name)})}
            </button>
        </Fieldset>
    );
}

function MapRow({isNames, row, onChange}: {isNames: boolean; row: Row; onChange(row: Row): void}) {
    return (
        <div class="map-row">
            <input
                aria-label={t(isNames ? 'form.language' : 'form.party')}
                value={row.key}
                size={4}
                spellcheck={false}
                onInput={event => onChange({...row, key: event.currentTarget.value})}
            />
            <input
                aria-label={`${t(isNames ? 'field.name' : 'field.value')} (${row.key})`}
                dir="auto"
                value={String(row.value ?? '')}
                onInput={event => onChange({...row, value: event.currentTarget.value})}
            />
        </div>
    );
}
