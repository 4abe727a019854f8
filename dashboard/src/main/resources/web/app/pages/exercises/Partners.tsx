import {useList} from '../../api/client.ts';
import {ReadResult} from '../../shell/Failures.tsx';
import {href, useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {exerciseParameters} from './filters.ts';
import {numberOf, partnersOf, type Partner} from './pairs.ts';
import type {PairItem} from './types.ts';
import {usePartyName} from './usePartyName.ts';

/** Who took part in the same exercises as a party, and in how many. */
export function Partners({party}: {party: string}) {
    const [view] = useView();
    const name = usePartyName(party);
    const read = useList<PairItem>('/api/exercises/statistics', {...exerciseParameters(view), by: 'pair'});
    return (
        <section class="partners" aria-labelledby="partners">
            <h2 id="partners">{t('exercises.partners', {party: name})}</h2>
            <ReadResult read={read}>{pairs => <PartnerTable partners={partnersOf(pairs, party)} />}</ReadResult>
        </section>
    );
}

function PartnerTable({partners}: {partners: Partner[]}) {
    const largest = Math.max(1, ...partners.map(({pair}) => numberOf(pair)));
    return (
        <table>
            <thead>
                <tr>
                    <th>{t('exercises.partner')}</th>
                    <th colSpan={2}>{t('exercises.number')}</th>
                </tr>
            </thead>
            <tbody>
                {partners.map(partner => (
                    <PartnerLine key={partner.code} partner={partner} largest={largest} />
                ))}
            </tbody>
        </table>
    );
}

/** A click selects the exercises with both; another one those with the party alone again. */
function PartnerLine({partner: {pair, code, name}, largest}: {partner: Partner; largest: number}) {
    const [view] = useView();
    const isSelected = view.filters.with === code;
    const filters = {...view.filters, with: isSelected ? '' : code};
    return (
        <tr>
            <td>
                <a href={href(view, {filters})} aria-current={isSelected ? 'true' : undefined}>
                    <bdi>{name}</bdi>
                </a>
            </td>
            <td class="number">{numberOf(pair)}</td>
            <td class="partner-bar">
                <meter min={0} max={largest} value={numberOf(pair)} aria-hidden="true" />
                {pair.possible > 0 && (
                    <span class="soft small">
                        {pair.possible} {t('exercises.possible')}
                    </span>
                )}
            </td>
        </tr>
    );
}
