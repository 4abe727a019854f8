import {useState} from 'preact/hooks';
import {t} from '../../../words/index.ts';
import {CommandForm} from '../CommandForm.tsx';
import type {Field} from '../form/schema.ts';
import {difference, isGroup, pick, type Values} from '../form/values.ts';
import {useWrite} from '../useWrite.ts';
import {concernOf} from '../write.ts';
import type {ActionProps} from './FactActions.tsx';
import {WithFields} from './WithFields.tsx';

/** A form for the claim of another source: other values, or that it never happened. */
export function DisputeForm(props: ActionProps) {
    return <WithFields fact={props.fact}>{fields => <Dispute {...props} fields={fields} />}</WithFields>;
}

function Dispute({fact, onDone, fields}: ActionProps & {fields: Field[]}) {
    const own = fields.filter(each => each.name !== 'sources').map(each => ({...each, required: false}));
    const sources = fields.filter(each => each.name === 'sources');
    const [before] = useState(() => pick(own, fact));
    const [never, setNever] = useState(false);
    const [values, setValues] = useState<Values>({value: before});
    const value: Field = {name: 'value', kind: 'group', required: true, nullable: false, fields: own};
    const write = useWrite();
    const send = async (body: Values) => {
        const stated = isGroup(body.value) ? difference(before, body.value) : {};
        const claim = never ? {holds: false, sources: body.sources} : {value: stated, sources: body.sources};
        await write(`${fact.url}/claims`, claim, concernOf(fact));
        onDone();
    };
    return (
        <>
            <label class="field flag">
                <input type="checkbox" checked={never} onChange={event => setNever(event.currentTarget.checked)} />
                {t('action.dispute.never')}
            </label>
            <CommandForm
                fields={never ? sources : [value, ...sources]}
                values={values}
                label={t('action.dispute')}
                onChange={setValues}
                onSend={send}
            >
                <p class="help">{t('action.dispute.help')}</p>
            </CommandForm>
        </>
    );
}
