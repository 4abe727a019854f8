import type {ComponentChildren} from 'preact';
import {useEffect, useRef} from 'preact/hooks';
import {t} from '../../../words/index.ts';

/** A modal dialog. The browser keeps the focus in it, and gives it back. */
export function Dialog({title, children, onClose}: {title: string; children: ComponentChildren; onClose(): void}) {
    const dialog = useRef<HTMLDialogElement>(null);
    useEffect(() => {
        const element = dialog.current;
        element?.showModal();
        return () => element?.close();
    }, []);
    return (
        <dialog
            ref={dialog}
            class="command-dialog"
            aria-labelledby="dialog-title"
            onClose={onClose}
            // Escape closes the dialog, and not the panel that it stands in.
            onKeyDown={event => event.key === 'Escape' && event.stopPropagation()}
        >
            <div class="row dialog-head">
                <h2 id="dialog-title">{title}</h2>
                <button type="button" class="plain" onClick={onClose}>
                    {t('frame.close')}
                </button>
            </div>
            {children}
        </dialog>
    );
}
