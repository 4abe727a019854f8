import {FactLink} from '../desk/fact/FactLink.tsx';
import {LoginOffer} from '../desk/session/LoginOffer.tsx';
import {t} from '../../words/index.ts';
import type {Citation} from './quotes.ts';

/** Shows the public part of a restricted text: the reason, and the quotes that facts cite. */
export function RestrictedText({citations}: {citations: Citation[]}) {
    const quoted = citations.filter(each => each.quote);
    return (
        <section class="restricted">
            <h2>{t('reader.restrictedTitle')}</h2>
            <p>{t('reader.restrictedWhy')}</p>
            <LoginOffer />
            <h2>{t('reader.citedQuotes', {count: quoted.length})}</h2>
            {quoted.map(each => (
                <figure key={each.fact.url + each.anchor + each.quote}>
                    <blockquote dir="auto">{each.quote}</blockquote>
                    <figcaption>
                        <span class="anchor">{each.anchor}</span> <FactLink fact={each.fact} />
                    </figcaption>
                </figure>
            ))}
        </section>
    );
}
