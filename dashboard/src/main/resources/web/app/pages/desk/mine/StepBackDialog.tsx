import {useState} from 'preact/hooks';
import {useRead} from '../../../api/client.ts';
import type {Fact} from '../../../api/types.ts';
import {instantText} from '../../../dates/text.ts';
import {ReadResult} from '../../../shell/Failures.tsx';
import {navigate} from '../../../state/view.ts';
import {t} from '../../../words/index.ts';
import {CommandForm} from '../CommandForm.tsx';
import {Dialog} from '../fact/Dialog.tsx';
import {FactSentence} from '../fact/FactSentence.tsx';
import {REASON} from '../form/commonFields.ts';
import type {Values} from '../form/values.ts';
import {saveDraft} from '../record/drafts.ts';
import {useWrite} from '../useWrite.ts';
import {concernOf} from '../write.ts';
import type {StepBack} from './stepBack.ts';
import type {Change} from './useMyChanges.ts';

/** Takes one step back from a change. The suggested reason names that change. */
export function StepBackDialog({change, back, onClose}: {change: Change; back: StepBack; onClose(): void}) {
    const fact = useRead<Fact>(change.data.factChange!.fact, {on: undefined});
    return (
        <Dialog title={t(`mine.back.${back.kind}`)} onClose={onClose}>
            <FactSentence url={change.data.factChange!.fact!} fact={fact.data} />
            <p class="help">{t(`mine.help.${back.kind}`)}</p>
            <ReadResult read={fact}>
                {data =>
                    back.kind === 'again' ? (
                        <button type="button" class="primary" onClick={() => recordAgain(back, data)}>
                            {t('mine.open-form')}
                        </button>
                    ) : (
                        <ReasonedStep change={change} back={back} fact={data} onClose={onClose} />
                    )
                }
            </ReadResult>
        </Dialog>
    );
}

function ReasonedStep({
    change,
    back,
    fact,
    onClose,
}: {
    change: Change;
    back: Exclude<StepBack, {kind: 'again'}>;
    fact: Fact;
    onClose(): void;
}) {
    const [values, setValues] = useState<Values>({
        reason: t(`mine.reason.${back.kind}`, {instant: instantText(change.time)}),
    });
    const write = useWrite();
    const send = async ({reason}: Values) => {
        const body = back.kind === 'correction' ? {...back.values, reason} : {reason};
        await write(back.path, body, concernOf(fact));
        onClose();
    };
    return (
        <CommandForm
            fields={[REASON]}
            values={values}
            label={t(`mine.back.${back.kind}`)}
            onChange={setValues}
            onSend={send}
        />
    );
}

/** Opens the form of a new fact with what the retracted one said. */
function recordAgain(back: Extract<StepBack, {kind: 'again'}>, fact: Fact): void {
    const sources = fact.sources as unknown as Values[];
    saveDraft(back.command, {owner: back.owner, values: {...back.values, sources}});
    navigate({tab: 'record', filters: {kind: back.command}});
}
