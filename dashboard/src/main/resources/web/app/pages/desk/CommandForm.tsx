import type {ComponentChildren} from 'preact';
import {useRef, useState} from 'preact/hooks';
import {Problem} from '../../api/client.ts';
import {t} from '../../words/index.ts';
import {faultsOf} from './form/checks.ts';
import {FormContext, idOf} from './form/FormContext.ts';
import {FormFields} from './form/FormFields.tsx';
import type {Field} from './form/schema.ts';
import {pruned, type Values} from './form/values.ts';
import {ProblemOfCommand} from './ProblemOfCommand.tsx';

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
export function CommandForm({fields, values, label, on, children, onChange, onSend}: CommandFormProps) {
    const form = useRef<HTMLFormElement>(null);
    const [state, setState] = useState<{attempted: boolean; busy: boolean; problem?: Problem}>({
        attempted: false,
        busy: false,
    });
    const faults = faultsOf(fields, values);
    const submit = async (event: Event) => {
        event.preventDefault();
        if (state.busy) return;
        const body = (pruned(values) ?? {}) as Values;
        onChange(body);
        setState({attempted: true, busy: Object.keys(faults).length === 0});
        if (Object.keys(faults).length) return focusOn(form.current, Object.keys(faults)[0]!);
        const problem = await outcome(onSend(body));
        setState({attempted: problem !== undefined, busy: false, problem});
        if (problem) focusOn(form.current, problem.errors[0]?.pointer ?? '');
    };
    const problems = Object.fromEntries((state.problem?.errors ?? []).map(each => [each.pointer, each.detail]));
    return (
        <form
            class="command"
            ref={form}
            onSubmit={submit}
            onKeyDown={event => sendsNow(event) && form.current?.requestSubmit()}
            noValidate
        >
            <FormContext.Provider value={{faults, problems, attempted: state.attempted, on}}>
                <FormFields fields={fields} values={values} pointer="#" onChange={changed => onChange(changed)} />
            </FormContext.Provider>
            {children}
            {state.problem && <ProblemOfCommand problem={state.problem} />}
            <p class="row">
                <button type="submit" class="primary" disabled={state.busy} title="Ctrl+Enter">
                    {label}
                </button>
                {state.attempted && Object.keys(faults).length > 0 && (
                    <span role="status">{t('form.faults', {count: Object.keys(faults).length})}</span>
                )}
            </p>
        </form>
    );
}

async function outcome(sent: Promise<void>): Promise<Problem | undefined> {
    try {
        await sent;
        return undefined;
    } catch (problem) {
        if (problem instanceof Problem) return problem;
        throw problem;
    }
}

function sendsNow(event: KeyboardEvent): boolean {
    return event.key === 'Enter' && (event.ctrlKey || event.metaKey);
}

function focusOn(form: HTMLFormElement | null, pointer: string) {
    if (pointer.length < 3) return;
    const field = form?.querySelector<HTMLElement>(`#${CSS.escape(idOf(pointer))}`);
    field?.closest('details')?.setAttribute('open', '');
    field?.focus();
}
