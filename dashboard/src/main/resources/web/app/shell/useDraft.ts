import type {TargetedEvent} from 'preact';
import {useEffect, useState} from 'preact/hooks';

/**
 * The properties of a text field that reports its text when the reader leaves it. What is typed stays until then, also when
 * the page is drawn again, as it is when an earlier field has changed the view.
 *
 * @param value the text that was reported last; another one replaces what is typed
 */
export function useDraft(value: string, report: (text: string) => void) {
    const [draft, setDraft] = useState<string>();
    useEffect(() => setDraft(undefined), [value]);
    return {
        value: draft ?? value,
        onInput: (event: TargetedEvent<HTMLInputElement>) => setDraft(event.currentTarget.value),
        onChange: (event: TargetedEvent<HTMLInputElement>) => report(event.currentTarget.value.trim()),
    };
}
