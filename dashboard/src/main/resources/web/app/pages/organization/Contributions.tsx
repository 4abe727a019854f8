import type {EffectivePeriod, Fact} from '../../api/types.ts';
import {periodText} from '../../dates/text.ts';
import {href, useView} from '../../state/view.ts';
import {number, t, word} from '../../words/index.ts';

/** Who pays how much. Shares that do not sum to 100 are shown as they are, with a warning. */
export function Contributions({items}: {items: Fact[]}) {
    return (
        <div class="contributions">
            {items.map(item => (
                <Contribution key={item.url} item={item} />
            ))}
        </div>
    );
}

function Contribution({item}: {item: Fact}) {
    const [view] = useView();
    const shares = Object.entries((item.shares as Record<string, number> | undefined) ?? {}).sort((a, b) => b[1] - a[1]);
    const amount = item.amount === undefined ? '' : `${number(item.amount as number)} ${word('code', String(item.unit ?? ''))}`;
    const title = [periodText(item.period as EffectivePeriod | undefined), word('code', String(item.organ ?? '')), amount].filter(Boolean).join(' · ');
    return (
        <section class="group">
            <h3>
                <a href={href(view, {open: item.url})}>{title || t('organization.contributions')}</a>
            </h3>
            {item.warnings?.map(warning => (
                <p class="tag warning">⚠ {t('organization.warning', {warning})}</p>
            ))}
            <ul class="shares">
                {shares.map(([party, share]) => (
                    <li key={party}>
                        <a href={href(view, {path: `/parties/${encodeURIComponent(party)}`})}>{party}</a>
                        <meter min={0} max={100} value={share} aria-label={party} />
                        <span class="number">{number(share)} %</span>
                    </li>
                ))}
            </ul>
        </section>
    );
}
