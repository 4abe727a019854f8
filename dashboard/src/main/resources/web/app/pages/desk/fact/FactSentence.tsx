import type {Fact} from '../../../api/types.ts';
import {factSentence} from '../../../facts/sentence.ts';
import {useFactNames} from '../../../facts/useFactNames.ts';

/** What the fact of a dialog says now. */
export function FactSentence({url, fact}: {url: string; fact: Fact | undefined}) {
    const names = useFactNames(fact ? [fact] : []);
    return (
        <p class="fact-sentence" dir="auto">
            {fact && names && factSentence(url, fact, names)}
        </p>
    );
}
