import type {EffectiveDate, Names, OrganizationDetail} from '../../api/types.ts';
import {dateText} from '../../dates/text.ts';
import {href, useView} from '../../state/view.ts';
import {languageName, t} from '../../words/index.ts';

/** Names by language, those that changed later with their date. */
export function NamesTable({organization}: {organization: OrganizationDetail}) {
    const [view] = useView();
    const changed = organization.changes.filter(change => change.names !== undefined);
    return (
        <>
            <NameList names={organization.names} />
            {changed.map(change => (
                <section class="group" key={change.url}>
                    <h3>
                        <a href={href(view, {open: change.url})}>
                            {t('organization.since')} {dateText(change.effective as EffectiveDate)}
                        </a>
                    </h3>
                    <NameList names={change.names as Names} />
                </section>
            ))}
        </>
    );
}

export function NameList({names}: {names: Names}) {
    return (
        <dl class="names">
            {Object.entries(names).map(([language, name]) => (
                <div>
                    <dt>{languageName(language)}</dt>
                    <dd lang={language} dir="auto">
                        {name}
                    </dd>
                </div>
            ))}
        </dl>
    );
}
