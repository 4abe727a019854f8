import {t} from '../../../words/index.ts';
import {FieldHelp, type InputProps} from './FieldFrame.tsx';
import {FieldInputs} from './FormFields.tsx';
import {idOf, useMessage} from './FormContext.ts';
import {fieldLabel} from './labels.ts';
import {isGroup, type Value} from './values.ts';

export function GroupInput({field, value, pointer, onChange}: InputProps) {
    const message = useMessage(pointer);
    return (
        <fieldset id={idOf(pointer)} tabIndex={-1}>
            <legend>{fieldLabel(field.name)}</legend>
            <FieldHelp field={field} id={`${idOf(pointer)}-help`} />
            {message && (
                <p class="field-problem" role="alert">
                    {message}
                </p>
            )}
            <FieldInputs
                fields={field.fields ?? []}
                values={isGroup(value) ? value : {}}
                pointer={pointer}
                onChange={onChange}
            />
        </fieldset>
    );
}

/** A list of groups, such as participants. */
export function GroupsInput({field, value, pointer, onChange}: InputProps) {
    const items = Array.isArray(value) ? value : [];
    const message = useMessage(pointer);
    const replace = (at: number, item: Value) => onChange(items.map((each, index) => (index === at ? item : each)));
    return (
        <fieldset class="groups" id={idOf(pointer)} tabIndex={-1}>
            <legend>{fieldLabel(field.name)}</legend>
            {message && (
                <p class="field-problem" role="alert">
                    {message}
                </p>
            )}
            {items.map((item, at) => (
                <div class="item" role="group" aria-label={`${fieldLabel(field.name)} ${at + 1}`} key={at}>
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
                {t('form.add', {what: fieldLabel(field.name)})}
            </button>
        </fieldset>
    );
}

/** Names by language, or shares by party: two columns. */
export function MapInput({field, value, pointer, onChange}: InputProps) {
    const rows = Object.entries(isGroup(value) ? value : {});
    const shown: [string, Value][] = rows.length ? rows : [[field.kind === 'names' ? 'en' : '', '']];
    const message = useMessage(pointer);
    const typed = (text: string): Value =>
        field.kind === 'shares' && text.trim() && Number.isFinite(Number(text)) ? Number(text) : text;
    const replace = (at: number, row: [string, Value]) =>
        onChange(Object.fromEntries(shown.map((each, index) => (index === at ? row : each))));
    const label = fieldLabel(field.name);
    return (
        <fieldset class="map" id={idOf(pointer)} tabIndex={-1}>
            <legend>
                {label}
                {field.required && <span class="required">*</span>}
            </legend>
            <FieldHelp field={field} id={`${idOf(pointer)}-help`} />
            {message && (
                <p class="field-problem" role="alert">
                    {message}
                </p>
            )}
            {shown.map(([key, each], at) => (
                <div class="map-row" key={at}>
                    <input
                        aria-label={t(field.kind === 'names' ? 'form.language' : 'form.party')}
                        value={key}
                        size={4}
                        spellcheck={false}
                        onInput={event => replace(at, [event.currentTarget.value, each])}
                    />
                    <input
                        aria-label={`${label} (${key})`}
                        dir="auto"
                        value={String(each ?? '')}
                        onInput={event => replace(at, [key, typed(event.currentTarget.value)])}
                    />
                </div>
            ))}
            <button type="button" onClick={() => onChange(Object.fromEntries([...shown, ['', '']]))}>
                {t('form.add', {what: label})}
            </button>
        </fieldset>
    );
}
