import type {ComponentChildren} from 'preact';
import {useEffect, useRef, useState} from 'preact/hooks';
import {send, type Problem} from '../../../api/client.ts';
import {number, t} from '../../../words/index.ts';
import {ProblemOfCommand} from '../ProblemOfCommand.tsx';
import {refusalOf} from '../refusal.ts';
import type {Import} from './types.ts';

interface DecisionsProps {
    data: Import;
    /** In a list, labels are short. They also name the set, for readers who hear only the button. */
    inList?: boolean;
    onDone(isAccepted: boolean): void;
}

type Decision = 'release' | 'undo';

/** A held import is released or discarded. One that ended can be undone. What changes facts asks once more. */
export function Decisions({data, inList = false, onDone}: DecisionsProps) {
    const [asked, setAsked] = useState<Decision | 'cancelled'>();
    const [state, setState] = useState<{busy: boolean; problem?: Problem | undefined}>({busy: false});
    const decide = async (decision: Decision) => {
        setState({busy: true});
        const problem = await refusalOf(send('POST', `/api/imports/${data.id}/${decision}`, {}));
        setAsked(undefined);
        setState({busy: false, problem});
        onDone(!problem);
    };
    const isHeld = data.status === 'held';
    const canUndo = (data.status === 'completed' || data.status === 'failed') && !data.dryRun;
    const choice = isHeld && !data.supersededBy ? 'release' : canUndo && 'undo';
    const isAsked = asked === 'release' || asked === 'undo';
    const subject = inList && <span class="hidden-label">{data.set}</span>;
    return (
        <>
            <p class="row">
                {isAsked && (
                    <>
                        <Button takesFocus busy={state.busy} onPress={() => void decide(asked)}>
                            {asked === 'release' ? releaseText(data) : t('import.undo-sure')} {subject}
                        </Button>
                        <Button busy={state.busy} onPress={() => setAsked('cancelled')}>
                            {t('import.cancel')} {subject}
                        </Button>
                    </>
                )}
                {!isAsked && choice && (
                    <Button
                        isPrimary={choice === 'release'}
                        takesFocus={asked === 'cancelled'}
                        busy={state.busy}
                        onPress={() => setAsked(choice)}
                    >
                        {t(`import.${choice}`)} {subject}
                    </Button>
                )}
                {!isAsked && isHeld && (
                    <Button busy={state.busy} onPress={() => void decide('undo')}>
                        {t('import.discard')} {subject}
                    </Button>
                )}
            </p>
            {state.problem && <ProblemOfCommand problem={state.problem} />}
        </>
    );
}

function releaseText({held}: Import): string {
    return t('import.release-sure', {retracted: number(held?.retracted ?? 0), moved: number(held?.moved ?? 0)});
}

interface ButtonProps {
    /** For a button that replaces the pressed one. */
    takesFocus?: boolean;
    isPrimary?: boolean;
    busy: boolean;
    children: ComponentChildren;
    onPress(): void;
}

function Button({takesFocus = false, isPrimary = false, busy, children, onPress}: ButtonProps) {
    const button = useRef<HTMLButtonElement>(null);
    useEffect(() => {
        if (takesFocus) {
            button.current?.focus();
        }
    }, []);
    return (
        <button
            ref={button}
            type="button"
            class={isPrimary ? 'primary' : undefined}
            disabled={busy}
            onClick={onPress}
        >
            {children}
        </button>
    );
}
