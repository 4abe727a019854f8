import type {ComponentChildren} from 'preact';
import {useEffect, useRef, useState} from 'preact/hooks';
import {send, type Problem} from '../../../api/client.ts';
import {t} from '../../../words/index.ts';
import {ProblemOfCommand} from '../ProblemOfCommand.tsx';
import {refusalOf} from '../refusal.ts';
import type {Import} from './types.ts';

interface DecisionsProps {
    data: Import;
    /** In a list, labels are short. They also name the set, for readers who hear only the button. */
    inList?: boolean;
    onDone(isAccepted: boolean): void;
}

/** A held import is released or discarded. One that ended can be undone, which asks once more. */
export function Decisions({data, inList = false, onDone}: DecisionsProps) {
    const [asks, setAsks] = useState(false);
    const [state, setState] = useState<{busy: boolean; problem?: Problem | undefined}>({busy: false});
    const decide = async (decision: 'release' | 'undo') => {
        setState({busy: true});
        const problem = await refusalOf(send('POST', `/api/imports/${data.id}/${decision}`, {}));
        setAsks(false);
        setState({busy: false, problem});
        onDone(!problem);
    };
    const isHeld = data.status === 'held';
    const canUndo = (data.status === 'completed' || data.status === 'failed') && !data.dryRun;
    const subject = inList && <span class="hidden-label">{data.set}</span>;
    return (
        <>
            <p class="row">
                {isHeld && !data.supersededBy && (
                    <button type="button" class="primary" disabled={state.busy} onClick={() => void decide('release')}>
                        {t(inList ? 'import.release.short' : 'import.release')} {subject}
                    </button>
                )}
                {isHeld && (
                    <button type="button" disabled={state.busy} onClick={() => void decide('undo')}>
                        {t('import.discard')} {subject}
                    </button>
                )}
                {canUndo && asks && (
                    <SureButton busy={state.busy} onPress={() => void decide('undo')}>
                        {t('import.undo-sure')} {subject}
                    </SureButton>
                )}
                {canUndo && !asks && (
                    <button type="button" onClick={() => setAsks(true)}>
                        {t('import.undo')} {subject}
                    </button>
                )}
            </p>
            {state.problem && <ProblemOfCommand problem={state.problem} />}
        </>
    );
}

interface SureButtonProps {
    busy: boolean;
    children: ComponentChildren;
    onPress(): void;
}

/** Takes the focus from the button that it replaces. */
function SureButton({busy, children, onPress}: SureButtonProps) {
    const button = useRef<HTMLButtonElement>(null);
    useEffect(() => button.current?.focus(), []);
    return (
        <button ref={button} type="button" disabled={busy} onClick={onPress}>
            {children}
        </button>
    );
}
