import type {TargetedEvent} from 'preact';
import {useEffect, useState} from 'preact/hooks';

/**
 * The properties of a text field that reports its text when the reader leaves it. Typed text stays when the page is drawn again
 * meanwhile, for example because an earlier field has changed the view.
 *
 * @param value the text to show while nothing is typed
 * @param report may take its time; the typed text is shown until it ends
 * @param key identifies what the field shows; a new key drops the typed text
 */
export function useTypedText(value: string, report: (text: string) => void | Promise<void>, key = value) {
    const [typed, setTyped] = useState<string>();
    useEffect(() => setTyped(undefined), [key]);
    return {
        value: typed ?? value,
        onInput: (event: TargetedEvent<HTMLInputElement>) => setTyped(event.currentTarget.value),
        onChange: async (event: TargetedEvent<HTMLInputElement>) => {
            const text = event.currentTarget.value;
            await report(text.trim());
            setTyped(latest => (latest === text ? undefined : latest));
        },
    };
}
