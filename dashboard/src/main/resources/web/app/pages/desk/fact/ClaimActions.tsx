import {useState} from 'preact/hooks';
import type {Claim, Fact} from '../../../api/types.ts';
import {t} from '../../../words/index.ts';
import {Dialog} from './Dialog.tsx';
import {ReasonForm} from './shortForms.tsx';

/** Prefers or withdraws one claim of a fact. The preferred one stays until another is preferred. */
export function ClaimActions({fact, claim, onDone}: {fact: Fact; claim: Claim; onDone(): void}) {
    const [open, setOpen] = useState<'preference' | 'withdrawal'>();
    if (claim.preferred || claim.withdrawn) {
        return null;
    }
    const close = () => setOpen(undefined);
    const finish = () => {
        close();
        onDone();
    };
    return (
        <div class="row">
            <button type="button" onClick={() => setOpen('preference')}>
                {t('action.preference')}
            </button>
            <button type="button" onClick={() => setOpen('withdrawal')}>
                {t('action.withdrawal')}
            </button>
            {open && (
                <Dialog title={t(`action.${open}`)} onClose={close}>
                    <ReasonForm path={`${claim.url}/${open}`} label={`action.${open}`} fact={fact} onDone={finish} />
                </Dialog>
            )}
        </div>
    );
}
