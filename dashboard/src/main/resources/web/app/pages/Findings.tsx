import type {Finding} from '../api/types.ts';
import {href, useView} from '../state/view.ts';
import {t, word} from '../words/index.ts';

/** Possible errors in facts, with the facts that they concern. */
export function Findings({items}: {items: Finding[]}) {
    const [view] = useView();
    return (
        <ul class="findings">
            {items.map(finding => (
                <li>
                    <span class="tag warning">{word('finding', finding.kind)}</span> <span dir="auto">{finding.detail}</span>{' '}
                    {finding.facts.map(fact => (
                        <a href={href(view, {open: fact})}>{t('fact.open')} </a>
                    ))}
                </li>
            ))}
        </ul>
    );
}
