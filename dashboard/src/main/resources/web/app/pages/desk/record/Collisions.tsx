import {useList} from '../../../api/client.ts';
import type {EffectiveDate, TimelineItem} from '../../../api/types.ts';
import {href, useView} from '../../../state/view.ts';
import {codeText} from '../../../words/choices.ts';
import {t} from '../../../words/index.ts';
import type {Command} from '../commands.ts';
import {useParty} from '../form/useParty.ts';
import type {Values} from '../form/values.ts';
import {collisionOf, nearSpans} from './collisions.ts';

/** A command is checked against all days and present knowledge, not against what the view shows. */
const WHOLE_TIME = {on: undefined, 'known-at': undefined};

/** Shows the facts about the same party before a form is sent. */
export function Collisions({command, owner, values}: {command: Command; owner: string; values: Values}) {
    const typed = typeof values.party === 'string' ? values.party : '';
    // While a name is typed, the beginning of it means no party.
    const party = useParty(typed).party?.code;
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
    const path = `/api/organizations/${encodeURIComponent(owner)}/timeline`;
    const {data} = useList<TimelineItem>(path, {party, ...WHOLE_TIME});
    if (!data?.length) {
        return null;
    }
    const [change, effective] = [String(values.change ?? ''), String(values.effective ?? '')];
    const collision = collisionOf(change, effective, data);
    return (
        <section class="collisions" aria-label={t('record.recorded')}>
            <h3>{t('record.recorded')}</h3>
            {collision && (
                <p class="notice warn" role="alert">
                    {t(`record.${collision.kind}`)}
                </p>
            )}
            <ul>
                {nearSpans(data, effective).map(({span, touches}) => (
                    <li key={span.opened} class={touches ? 'touches' : undefined}>
                        <a href={href(view, {open: span.opened})}>{codeText('status', span.status ?? span.candidacy ?? '')}</a>{' '}
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
    const {data} = useList<{url: string; act: string; effective: EffectiveDate}>(path, {party, ...WHOLE_TIME});
    if (!data?.length) {
        return null;
    }
    return (
        <section class="collisions" aria-label={t('record.recorded')}>
            <h3>{t('record.recorded')}</h3>
            <ul>
                {data.map(each => (
                    <li key={each.url}>
                        <a href={href(view, {open: each.url})}>{codeText('act', each.act)}</a> {each.effective.edtf}
                    </li>
                ))}
            </ul>
        </section>
    );
}
