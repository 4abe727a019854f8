import type {Member} from '../../api/types.ts';
import {dayText} from '../../dates/text.ts';
import {href, useView} from '../../state/view.ts';
import {t, word} from '../../words/index.ts';
import {countByStatus} from './sides.ts';

interface Props {
    organization: string;
    name: string;
    day: string;
    members: Member[];
}

/** One side in numbers. Its name opens the organisation on that day. */
export function SideCard({organization, name, day, members}: Props) {
    const [view] = useView();
    return (
        <section>
            <h2>
                <a href={href(view, {path: `/organizations/${organization}`, on: day})}>
                    {t('compare.side', {name, day: dayText(day)})}
                </a>
            </h2>
            {members.length === 0 ? (
                <p class="soft">{t('compare.nobody')}</p>
            ) : (
                <ul class="compare-statuses">
                    {countByStatus(members).map(({status, certain, possible}) => (
                        <li key={status}>
                            <span class={`dot tone-${status}`} /> {word('status', status)}: {certain}
                            {possible > 0 && (
                                <span class="soft small">+ {t('compare.possible-count', {count: possible})}</span>
                            )}
                        </li>
                    ))}
                </ul>
            )}
        </section>
    );
}
