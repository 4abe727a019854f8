import {useRead} from '../../../api/client.ts';
import type {EffectiveDate, ListPage, TimelineItem} from '../../../api/types.ts';
import {href, useView} from '../../../state/view.ts';
import {t} from '../../../words/index.ts';
import type {Command} from '../commands.ts';
import {choiceLabel} from '../form/labels.ts';
import type {Values} from '../form/values.ts';
import {collisionOf, nearSpans} from './collisions.ts';

/** Shows the facts about the same party before a form is sent. */
export function Collisions({command, owner, values}: {command: Command; owner: string; values: Values}) {
    const party = typeof values.party === 'string' ? values.party.trim() : '';
    if (command.kind === 'membership-change' && owner && party) {
        return <MembershipCollisions {...{owner, party, values}} />;
    }
    if (command.kind === 'act' && owner && party) {
        return <ActCollisions owner={owner} party={party} />;
    }
    return null;
}

function MembershipCollisions({owner, party, values}: {owner: string; party: string; values: Values}) {
    const [view] = useView();
    const {data} = useRead<ListPage<TimelineItem>>(`/api/organizations/${encodeURIComponent(owner)}/timeline`, {
        party,
        limit: '200',
    });
    if (!data?.items.length) {
        return null;
    }
    const [change, effective] = [String(values.change ?? ''), String(values.effective ?? '')];
    const collision = collisionOf(change, effective, data.items);
    return (
        <section class="collisions" aria-label={t('record.recorded')}>
            <h3>{t('record.recorded')}</h3>
            {collision && (
                <p class="notice warn" role="alert">
                    {t(`record.${collision.kind}`)}
                </p>
            )}
            <ul>
                {nearSpans(data.items, effective).map(({span, touches}) => (
                    <li key={span.opened} class={touches ? 'touches' : undefined}>
                        <a href={href(view, {open: span.opened})}>{choiceLabel(span.status ?? span.candidacy ?? '')}</a>{' '}
                        {span.since.edtf} – {span.until ? <Ended date={span.until} closed={span.closed} /> : '…'}
                    </li>
                ))}
            </ul>
        </section>
    );
}

function Ended({date, closed}: {date: EffectiveDate; closed: string | null}) {
    const [view] = useView();
    return closed ? <a href={href(view, {open: closed})}>{date.edtf}</a> : <>{date.edtf}</>;
}

function ActCollisions({owner, party}: {owner: string; party: string}) {
    const [view] = useView();
    const path = `/api/instruments/${encodeURIComponent(owner)}/acts`;
    const {data} = useRead<ListPage<{url: string; act: string; effective: EffectiveDate}>>(path, {party, limit: '200'});
    if (!data?.items.length) {
        return null;
    }
    return (
        <section class="collisions" aria-label={t('record.recorded')}>
            <h3>{t('record.recorded')}</h3>
            <ul>
                {data.items.map(each => (
                    <li key={each.url}>
                        <a href={href(view, {open: each.url})}>{choiceLabel(each.act)}</a> {each.effective.edtf}
                    </li>
                ))}
            </ul>
        </section>
    );
}
