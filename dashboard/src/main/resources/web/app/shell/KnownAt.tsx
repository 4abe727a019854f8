import {useRef, useState} from 'preact/hooks';
import {isInstant} from '../dates/day.ts';
import {instantText} from '../dates/text.ts';
import {useView} from '../state/view.ts';
import {t} from '../words/index.ts';
import {useClosing} from './useClosing.ts';

/** The axis of knowledge: what the register knew at an instant. */
export function KnownAt() {
    const [view, change] = useView();
    const [open, setOpen] = useState(false);
    const box = useRef<HTMLDivElement>(null);
    useClosing(box, open, () => setOpen(false));
    return (
        <div class="known-at" ref={box}>
            <button
                type="button"
                aria-expanded={open}
                class={view.knownAt ? 'past' : undefined}
                onClick={() => setOpen(!open)}
            >
                <span class="soft">{t('time.known-at')}</span> {view.knownAt ? knownText(view.knownAt) : t('time.now')}
            </button>
            {open && (
                <form
                    class="popup"
                    onSubmit={event => {
                        event.preventDefault();
                        const input = event.currentTarget.elements.namedItem('instant') as HTMLInputElement;
                        change({knownAt: input.value ? new Date(`${input.value}Z`).toISOString() : ''});
                        setOpen(false);
                    }}
                >
                    <label>
                        {t('time.known-at.set')} (UTC)
                        <input type="datetime-local" name="instant" step={1} defaultValue={fieldValue(view.knownAt)} />
                    </label>
                    <div class="row">
                        <button type="submit">{t('time.known-at.apply')}</button>
                        <button type="button" onClick={() => setOpen(false)}>
                            {t('frame.close')}
                        </button>
                    </div>
                </form>
            )}
        </div>
    );
}

/** An earlier state of knowledge never looks like the present one. */
export function KnownAtBanner() {
    const [view, change] = useView();
    return view.knownAt ? (
        <p class="banner past">
            {t('time.known-at.note', {instant: knownText(view.knownAt)})}{' '}
            <button type="button" onClick={() => change({knownAt: ''})}>
                {t('time.known-at.clear')}
            </button>
        </p>
    ) : null;
}

/** A cursor pins knowledge too, and has no time. */
function knownText(knownAt: string): string {
    return isInstant(knownAt) ? instantText(knownAt) : knownAt;
}

function fieldValue(knownAt: string): string {
    return isInstant(knownAt) ? new Date(knownAt).toISOString().slice(0, 19) : '';
}
