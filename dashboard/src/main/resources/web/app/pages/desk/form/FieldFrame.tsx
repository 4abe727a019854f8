import type {ComponentChildren} from 'preact';
import {t} from '../../../words/index.ts';
import {idOf, useMessage} from './FormContext.ts';
import {fieldLabel} from './labels.ts';
import type {Field} from './schema.ts';
import type {Value} from './values.ts';

/** The props of every input of a form. */
export interface InputProps {
    field: Field;
    value: Value;
    pointer: string;
    onChange(value: Value): void;
}

/** The attributes that tie an input to its label, its help and its message. */
export function useAttributes({field, pointer}: InputProps) {
    const message = useMessage(pointer);
    const id = idOf(pointer);
    const described = [field.help && `${id}-help`, message && `${id}-problem`].filter(Boolean).join(' ');
    return {
        id,
        'aria-required': field.required,
        'aria-invalid': message !== undefined,
        'aria-describedby': described || undefined,
    };
}

export function FieldFrame({field, pointer, children}: {field: Field; pointer: string; children: ComponentChildren}) {
    const message = useMessage(pointer);
    const id = idOf(pointer);
    return (
        <div class={`field ${field.kind}`}>
            <label for={id}>
                {fieldLabel(field.name)}
                {field.required && (
                    <span class="required" title={t('form.required')}>
                        *
                    </span>
                )}
            </label>
            {children}
            <FieldMessage text={message} id={`${id}-problem`} />
            <FieldHelp field={field} id={`${id}-help`} />
        </div>
    );
}

/** The help text of the OpenAPI document, which is in English. */
export function FieldHelp({field, id}: {field: Field; id: string}) {
    return field.help ? (
        <p class="help" id={id} lang="en">
            {field.help}
        </p>
    ) : null;
}

/** The message of a wrong field. */
export function FieldMessage({text, id}: {text: string | undefined; id?: string}) {
    return text ? (
        <p class="field-problem" id={id} role="alert">
            {text}
        </p>
    ) : null;
}
