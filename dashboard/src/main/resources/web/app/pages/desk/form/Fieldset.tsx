import type {ComponentChildren} from 'preact';
import {t} from '../../../words/index.ts';
import {FieldHelp, FieldMessage} from './FieldFrame.tsx';
import {idOf, useMessage} from './FormContext.ts';
import {fieldLabel} from './labels.ts';
import type {Field} from './schema.ts';

/** A field that has inputs of its own. */
export function Fieldset({field, pointer, children}: {field: Field; pointer: string; children: ComponentChildren}) {
    const id = idOf(pointer);
    return (
        <fieldset class={`of-${field.kind}`} id={id} tabIndex={-1}>
            <legend>
                {fieldLabel(field.name)}
                {field.required && (
                    <span class="required" title={t('form.required')}>
                        *
                    </span>
                )}
            </legend>
            <FieldHelp field={field} id={`${id}-help`} />
            <FieldMessage text={useMessage(pointer)} id={`${id}-problem`} />
            {children}
        </fieldset>
    );
}
