import {useRead} from '../../api/client.ts';
import {dateText} from '../../dates/text.ts';
import {nameIn, t} from '../../words/index.ts';
import type {LegalBasis} from './types.ts';
import {usePartyName} from './usePartyName.ts';

/** The instrument and article, and who invoked it. */
export function LegalBasisText({basis}: {basis: LegalBasis}) {
    const {data} = useRead<{names: Record<string, string>}>(
        basis.instrumentUrl ? `${basis.instrumentUrl}?fields=names` : null,
    );
    const party = usePartyName(basis.invokedBy);
    const text = [
        data ? nameIn(data.names) : basis.instrument,
        basis.article && t('exercise.article', {article: basis.article}),
        basis.invokedBy && t('exercise.invoked', {party, date: dateText(basis.invoked)}),
    ];
    return (
        <section>
            <h2>{t('exercise.basis')}</h2>
            <p dir="auto">{text.filter(Boolean).join(', ')}</p>
        </section>
    );
}
