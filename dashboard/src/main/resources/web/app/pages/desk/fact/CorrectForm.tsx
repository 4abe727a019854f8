import {useState} from 'preact/hooks';
import {t} from '../../../words/index.ts';
import {CommandForm} from '../CommandForm.tsx';
import type {Field} from '../form/schema.ts';
import {REASON} from '../form/commonFields.ts';
import {difference, pick, type Values} from '../form/values.ts';
import {useWrite} from '../useWrite.ts';
import {concernOf} from '../write.ts';
import type {ActionProps} from './FactActions.tsx';
import {WithFields} from './WithFields.tsx';

/** The fields of the fact, as they are. Only those that change are sent. */
export function CorrectForm(props: ActionProps) {
    return <WithFields fact={props.fact}>{fields => <Correction {...props} fields={fields} />}</WithFields>;
}

function Correction({fact, onDone, fields}: ActionProps & {fields: Field[]}) {
    const own = fields.filter(each => each.name !== 'sources');
    const sources = fields.filter(each => each.name === 'sources').map(each => ({...each, required: false}));
    const [before] = useState(() => pick(own, fact));
    const [values, setValues] = useState<Values>(before);
    const write = useWrite();
    const send = async ({reason, sources: added, ...after}: Values) => {
        const body = {...difference(before, after), reason, ...(added !== undefined && {sources: added})};
        await write(`${fact.url}/corrections`, body, concernOf(fact));
        onDone();
    };
    return (
        <CommandForm
            fields={[...own, REASON, ...sources]}
            values={values}
            label={t('action.correct')}
            onChange={setValues}
            onSend={send}
        >
            <p class="help">{t('action.correct.help')}</p>
        </CommandForm>
    );
}
