import {codeText} from '../../../words/choices.ts';
import {t} from '../../../words/index.ts';
import {FieldFrame, useAttributes, type InputProps} from './FieldFrame.tsx';
import {idOf} from './FormContext.ts';
import {fieldLabel} from './labels.ts';
import type {Value} from './values.ts';

function text(value: Value): string {
    return value === undefined || value === null ? '' : String(value);
}

export function TextInput(props: InputProps) {
    const {field, value, pointer, onChange} = props;
    const attributes = useAttributes(props);
    return (
        <FieldFrame field={field} pointer={pointer}>
            <input
                {...attributes}
                dir="auto"
                autocomplete="off"
                placeholder={field.example}
                value={text(value)}
                onInput={event => onChange(event.currentTarget.value)}
            />
        </FieldFrame>
    );
}

export function LongTextInput(props: InputProps) {
    const {field, value, pointer, onChange} = props;
    const attributes = useAttributes(props);
    return (
        <FieldFrame field={field} pointer={pointer}>
            <textarea
                {...attributes}
                dir="auto"
                rows={3}
                value={text(value)}
                onInput={event => onChange(event.currentTarget.value)}
            />
        </FieldFrame>
    );
}

/** A point or a period in EDTF, with examples of what it can say. */
export function DateInput(props: InputProps) {
    const {field, value, pointer, onChange} = props;
    const attributes = useAttributes(props);
    return (
        <FieldFrame field={field} pointer={pointer}>
            <input
                {...attributes}
                class="date"
                autocomplete="off"
                spellcheck={false}
                maxLength={64}
                value={text(value)}
                placeholder={field.kind === 'period' ? '2007-08/2007-09' : '2001-06-15 · 2003-08 · 1996~'}
                onInput={event => onChange(event.currentTarget.value)}
            />
        </FieldFrame>
    );
}

/** Keeps the typed text: "2." is the start of "2.6", and as a number it would lose its point. */
export function NumberInput(props: InputProps) {
    const {field, value, pointer, onChange} = props;
    const attributes = useAttributes(props);
    return (
        <FieldFrame field={field} pointer={pointer}>
            <input
                {...attributes}
                inputMode="decimal"
                autocomplete="off"
                value={text(value)}
                disabled={value === null}
                onInput={event => onChange(event.currentTarget.value)}
            />
            {field.nullable && (
                <label class="flag">
                    <input
                        type="checkbox"
                        checked={value === null}
                        onChange={event => onChange(event.currentTarget.checked ? null : undefined)}
                    />
                    {t('form.unknown')}
                </label>
            )}
        </FieldFrame>
    );
}

export function FlagInput(props: InputProps) {
    const {field, value, pointer, onChange} = props;
    const id = idOf(pointer);
    return (
        <div class="field flag">
            <input
                type="checkbox"
                id={id}
                checked={value === true}
                onChange={event => onChange(event.currentTarget.checked || undefined)}
            />
            <label for={id}>{fieldLabel(field.name)}</label>
        </div>
    );
}

export function ChoiceInput(props: InputProps) {
    const {field, value, pointer, onChange} = props;
    const attributes = useAttributes(props);
    return (
        <FieldFrame field={field} pointer={pointer}>
            <select
                {...attributes}
                value={text(value)}
                onChange={event => onChange(event.currentTarget.value || undefined)}
            >
                <option value="">{t('form.choose')}</option>
                {field.choices?.map(each => (
                    <option key={each} value={each}>
                        {codeText(field.name, each)}
                    </option>
                ))}
            </select>
        </FieldFrame>
    );
}

/** Several texts or parties, one in each line. */
export function LinesInput(props: InputProps) {
    const {field, value, pointer, onChange} = props;
    const attributes = useAttributes(props);
    const lines = Array.isArray(value) ? value.map(text).join('\n') : '';
    return (
        <FieldFrame field={field} pointer={pointer}>
            <textarea
                {...attributes}
                dir="auto"
                rows={2}
                placeholder={t('form.onePerLine')}
                value={lines}
                onInput={event => onChange(event.currentTarget.value.split('\n'))}
            />
        </FieldFrame>
    );
}
