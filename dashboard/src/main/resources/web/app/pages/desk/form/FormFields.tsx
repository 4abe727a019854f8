import {t} from '../../../words/index.ts';
import type {InputProps} from './FieldFrame.tsx';
import {GroupInput, GroupsInput, MapInput} from './nestedInputs.tsx';
import {PartyInput} from './PartyInput.tsx';
import type {Field} from './schema.ts';
import {ChoiceInput, DateInput, FlagInput, LinesInput, LongTextInput, NumberInput, TextInput} from './simpleInputs.tsx';
import {SourcesInput} from './SourcesInput.tsx';
import type {Values} from './values.ts';

export interface FieldsProps {
    fields: Field[];
    values: Values;
    pointer: string;
    onChange(values: Values): void;
}

/** The fields of a form: those that are required, and the others behind a switch, open if one of them is filled. */
export function FormFields({fields, values, pointer, onChange}: FieldsProps) {
    const first = fields.filter(each => each.required);
    const others = fields.filter(each => !each.required);
    const inputs = (shown: Field[]) => <FieldInputs fields={shown} {...{values, pointer, onChange}} />;
    if (first.length === 0 || others.length === 0) {
        return inputs(fields);
    }
    return (
        <>
            {inputs(first.filter(each => each.kind !== 'sources'))}
            <details open={others.some(each => values[each.name] !== undefined)}>
                <summary>{t('form.more')}</summary>
                {inputs(others)}
            </details>
            {inputs(first.filter(each => each.kind === 'sources'))}
        </>
    );
}

/** All fields in the order of the schema. */
export function FieldInputs({fields, values, pointer, onChange}: FieldsProps) {
    return (
        <div class="fields">
            {fields.map(field => (
                <FieldInput
                    key={field.name}
                    field={field}
                    value={values[field.name]}
                    pointer={`${pointer}/${field.name}`}
                    onChange={value => onChange({...values, [field.name]: value})}
                />
            ))}
        </div>
    );
}

function FieldInput(props: InputProps) {
    switch (props.field.kind) {
        case 'date':
        case 'period':
            return <DateInput {...props} />;
        case 'party':
            return <PartyInput {...props} />;
        case 'number':
            return <NumberInput {...props} />;
        case 'flag':
            return <FlagInput {...props} />;
        case 'choice':
            return <ChoiceInput {...props} />;
        case 'long-text':
            return <LongTextInput {...props} />;
        case 'texts':
        case 'parties':
            return <LinesInput {...props} />;
        case 'names':
        case 'shares':
            return <MapInput {...props} />;
        case 'group':
            return <GroupInput {...props} />;
        case 'groups':
            return <GroupsInput {...props} />;
        case 'sources':
            return <SourcesInput {...props} />;
        default:
            return <TextInput {...props} />;
    }
}
