import {useState} from 'preact/hooks';
import type {Source} from '../../../api/types.ts';
import {t, type Word} from '../../../words/index.ts';
import {CommandForm} from '../CommandForm.tsx';
import {REASON, SOURCES} from '../form/commonFields.ts';
import type {Values} from '../form/values.ts';
import {useWrite} from '../useWrite.ts';
import {concernOf} from '../write.ts';
import type {ActionProps} from './FactActions.tsx';

export function RetractForm({fact, onDone}: ActionProps) {
    return <ReasonForm path={`${fact.url}/retraction`} label="action.retract" fact={fact} onDone={onDone} />;
}

/** A command that needs nothing but a reason. */
export function ReasonForm({
    path,
    label,
    reason = '',
    fact,
    onDone,
}: ActionProps & {path: string; label: Word; reason?: string}) {
    const [values, setValues] = useState<Values>({reason});
    const write = useWrite();
    const send = async (body: Values) => {
        await write(path, body, concernOf(fact));
        onDone();
    };
    return <CommandForm fields={[REASON]} values={values} label={t(label)} onChange={setValues} onSend={send} />;
}

/** Another source that agrees. */
export function AddSourceForm({fact, onDone}: ActionProps) {
    const [values, setValues] = useState<Values>({sources: [{title: ''}]});
    const write = useWrite();
    const send = async (body: Values) => {
        for (const source of body.sources as Source[]) {
            await write(`${fact.url}/sources`, source, concernOf(fact));
        }
        onDone();
    };
    return (
        <CommandForm fields={[SOURCES]} values={values} label={t('action.source')} onChange={setValues} onSend={send}>
            <p class="help">{t('action.source.help')}</p>
        </CommandForm>
    );
}

/** Somebody looked again today, and the fact still stands. */
export function VerifyForm({fact, onDone}: ActionProps) {
    const [values, setValues] = useState<Values>({});
    const write = useWrite();
    const send = async (body: Values) => {
        await write(`${fact.url}/verification`, body, concernOf(fact));
        onDone();
    };
    const fields = [{...SOURCES, required: false}];
    return (
        <CommandForm fields={fields} values={values} label={t('action.verify')} onChange={setValues} onSend={send}>
            <p class="help">{t('action.verify.help')}</p>
        </CommandForm>
    );
}
