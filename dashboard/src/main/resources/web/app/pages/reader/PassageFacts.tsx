import {FactLink} from '../desk/fact/FactLink.tsx';
import {t} from '../../words/index.ts';
import type {Citation} from './quotes.ts';

/** The facts that cite a passage, or the whole document while no passage is open. */
export function PassageFacts({citations, anchor}: {citations: Citation[]; anchor: string}) {
    const shown = anchor ? citations.filter(each => each.anchor === anchor) : citations;
    const facts = [...new Map(shown.map(each => [each.fact.url, each])).values()];
    return (
        <section aria-labelledby="facts-title">
            <h2 id="facts-title">
                {anchor ? t('reader.factsOfPassage', {anchor}) : t('reader.factsOfDocument', {count: facts.length})}
            </h2>
            {facts.length === 0 && <p class="soft">{t('reader.noFacts')}</p>}
            <ul class="fact-list">
                {facts.map(({fact, anchor: place}) => (
                    <li key={fact.url}>
                        <FactLink fact={fact} />
                        {!anchor && (
                            <a class="anchor" href={`#${encodeURIComponent(place)}`}>
                                {place}
                            </a>
                        )}
                    </li>
                ))}
            </ul>
        </section>
    );
}
