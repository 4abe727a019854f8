import type {ComponentChildren, JSX, RefObject} from 'preact';
import {useRef, useState} from 'preact/hooks';
import type {Problem} from '../../api/client.ts';
import {t} from '../../words/index.ts';
import {bodyOf} from './form/body.ts';
import {faultsOf} from './form/checks.ts';
import {FormContext, idOf} from './form/FormContext.ts';
import {FormFields} from './form/FormFields.tsx';
import type {Field} from './form/schema.ts';
import type {Values} from './form/values.ts';
import {ProblemOfCommand} from './ProblemOfCommand.tsx';
import {refusalOf} from './refusal.ts';

export interface CommandFormProps {
    fields: Field[];
    values: Values;
    label: string;
    /** The day on which parties are looked up. */
    on?: string;
    children?: ComponentChildren;
    onChange(values: Values): void;
    /** Sends the form. What it throws is shown at the fields that the problem names. */
    onSend(body: Values): Promise<void>;
}

/** A form of a command's fields. It checks while somebody types, and is sent by its button or by Ctrl+Enter. */
export function CommandForm(props: CommandFormProps) {
    const {fields, values, label, on, children, onChange} = props;
    const form = useRef<HTMLFormElement>(null);
    const faults = faultsOf(fields, values);
    const {attempted, busy, problem, submit} = useSubmit(props, Object.keys(faults), form);
    const count = Object.keys(faults).length;
    const problems = Object.fromEntries((problem?.errors ?? []).map(each => [each.pointer, each.detail]));
    return (
        <form class="command" ref={form} onSubmit={submit} onKeyDown={sendByKey} noValidate>
            <FormContext.Provider value={{faults, problems, attempted, on}}>
                <FormFields fields={fields} values={values} pointer="#" onChange={onChange} />
            </FormContext.Provider>
            {children}
            {problem && <ProblemOfCommand problem={problem} />}
            <p class="row">
                <button type="submit" class="primary" disabled={busy} title="Ctrl+Enter">
                    {label}
                </button>
                {attempted && count > 0 && <span role="status">{t('form.faults', {count})}</span>}
            </p>
        </form>
    );
}

interface Submission {
    attempted: boolean;
    busy: boolean;
    problem?: Problem | undefined;
}

/** Sends a form without faults. Else, and after a refusal, the first wrong field gets the focus. */
function useSubmit(
    {fields, values, onChange, onSend}: CommandFormProps,
    faults: string[],
    form: RefObject<HTMLFormElement>,
) {
    const [state, setState] = useState<Submission>({attempted: false, busy: false});
    const submit = async (event: Event) => {
        event.preventDefault();
        if (state.busy) {
            return;
        }
        if (faults[0] !== undefined) {
            setState({attempted: true, busy: false});
            focusOn(form.current, faults[0]);
            return;
        }
        const body = bodyOf(fields, values);
        // Pointers of a problem count the items that were sent.
        onChange(body);
        setState({attempted: true, busy: true});
        const problem = await refusalOf(onSend(body));
        setState({attempted: problem !== undefined, busy: false, problem});
        focusOn(form.current, problem?.errors[0]?.pointer ?? '');
    };
    return {...state, submit};
}

function sendByKey(event: JSX.TargetedKeyboardEvent<HTMLFormElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        event.currentTarget.requestSubmit();
    }
}

function focusOn(form: HTMLFormElement | null, pointer: string) {
    if (pointer.length < 3) {
        return;
    }
    const field = form?.querySelector<HTMLElement>(`#${CSS.escape(idOf(pointer))}`);
    field?.closest('details')?.setAttribute('open', '');
    field?.focus();
}
