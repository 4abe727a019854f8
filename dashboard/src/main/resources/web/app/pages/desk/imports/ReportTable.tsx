import {useRead} from '../../../api/client.ts';
import {ReadResult} from '../../../shell/Failures.tsx';
import {href, useView} from '../../../state/view.ts';
import {t} from '../../../words/index.ts';
import {PageLinks} from '../../PageLinks.tsx';
import {OUTCOMES, type ImportOutcome, type ImportReport} from './types.ts';

const PAGE_SIZE = '100';

/** The outcome of each line and each change. For a held import, what a release would change. */
export function ReportTable({id, isHeld}: {id: string; isHeld: boolean}) {
    const [view] = useView();
    const {outcome, after} = view.filters;
    const report = useRead<ImportReport>(`/api/imports/${id}/report`, {outcome, after, limit: PAGE_SIZE});
    return (
        <section aria-labelledby="report-title">
            <h3 id="report-title">{t(isHeld ? 'import.report.held' : 'import.report')}</h3>
            <OutcomeFilter id={id} />
            <ReadResult read={report}>
                {({items, next}) => (
                    <>
                        {items.length === 0 ? <p class="soft">{t('import.report.none')}</p> : <Lines items={items} />}
                        <PageLinks next={next} />
                    </>
                )}
            </ReadResult>
        </section>
    );
}

function OutcomeFilter({id}: {id: string}) {
    const [view, change] = useView();
    return (
        <label>
            {t('import.outcome')}{' '}
            <select
                value={view.filters.outcome ?? ''}
                onChange={event => change({filters: {import: id, outcome: event.currentTarget.value}})}
            >
                <option value="">{t('list.all')}</option>
                {OUTCOMES.map(each => (
                    <option key={each} value={each}>
                        {t(`import.outcome.${each}`)}
                    </option>
                ))}
            </select>
        </label>
    );
}

function Lines({items}: {items: ImportOutcome[]}) {
    const [view] = useView();
    return (
        <div class="scroll">
            <table>
                <thead>
                    <tr>
                        <th class="number">{t('import.line')}</th>
                        <th>{t('import.outcome')}</th>
                        <th>{t('import.about')}</th>
                        <th>{t('import.reason')}</th>
                    </tr>
                </thead>
                <tbody>
                    {items.map((each, at) => (
                        <tr key={at}>
                            <td class="number">{each.line ?? ''}</td>
                            <td>
                                {t(`import.outcome.${each.outcome}`)} {each.undone && t('import.undone')}
                            </td>
                            <td>{aboutOf(each, fact => href(view, {open: fact}))}</td>
                            <td dir="auto">{[each.column, each.reason].filter(Boolean).join(': ')}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}

function aboutOf(line: ImportOutcome, address: (fact: string) => string) {
    const about = [line.organization, line.party, line.record].filter(Boolean).join(' · ');
    return line.fact ? <a href={address(line.fact)}>{about || line.fact}</a> : <bdi>{about}</bdi>;
}
