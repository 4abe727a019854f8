import {useState} from 'preact/hooks';
import type {Fact} from '../../../api/types.ts';
import {t} from '../../../words/index.ts';
import {commandOfFact} from '../commands.ts';
import {AddSourceForm, RetractForm, VerifyForm} from './shortForms.tsx';
import {CorrectForm} from './CorrectForm.tsx';
import {Dialog} from './Dialog.tsx';
import {DisputeForm} from './DisputeForm.tsx';
import {FactSentence} from './FactSentence.tsx';

const ACTIONS = {
    correct: CorrectForm,
    dispute: DisputeForm,
    source: AddSourceForm,
    verify: VerifyForm,
    retract: RetractForm,
};

type Action = keyof typeof ACTIONS;

export interface ActionProps {
    fact: Fact;
    onDone(): void;
}

/** Buttons for later events about a fact. Nothing is edited. */
export function FactActions({fact, onDone}: ActionProps) {
    const [open, setOpen] = useState<Action>();
    const [isDone, setDone] = useState(false);
    if (fact.retracted) {
        return null;
    }
    const Form = open && ACTIONS[open];
    const start = (action: Action) => {
        setDone(false);
        setOpen(action);
    };
    const close = () => setOpen(undefined);
    const finish = () => {
        close();
        setDone(true);
        onDone();
    };
    return (
        <div class="row fact-actions" role="group" aria-label={t('action.group')}>
            {(Object.keys(ACTIONS) as Action[])
                .filter(each => isPossible(each, fact))
                .map(each => (
                    <button type="button" key={each} onClick={() => start(each)}>
                        {t(`action.${each}`)}
                    </button>
                ))}
            {isDone && <span role="status">{t('record.done')}</span>}
            {Form && (
                <Dialog title={t(`action.${open}`)} onClose={close}>
                    <FactSentence url={fact.url} fact={fact} />
                    <Form fact={fact} onDone={finish} />
                </Dialog>
            )}
        </div>
    );
}

/** The fields of some facts, such as merges, have no form. */
function isPossible(action: Action, fact: Fact): boolean {
    return (action !== 'correct' && action !== 'dispute') || commandOfFact(fact.url) !== undefined;
}
