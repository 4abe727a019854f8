import {useRead} from '../../api/client.ts';
import {periodText} from '../../dates/text.ts';
import {useDayOfFact} from '../../facts/dayOfFact.ts';
import {Sources} from '../../facts/Sources.tsx';
import {ReadResult} from '../../shell/Failures.tsx';
import {useLifeOf} from '../../state/life.ts';
import {href, useView} from '../../state/view.ts';
import {t, word} from '../../words/index.ts';
import {useTitle} from '../useTitle.ts';
import {LegalBasisText} from './LegalBasisText.tsx';
import {yearsOf} from './moments.ts';
import {Participants} from './Participants.tsx';
import {PhaseMap} from './PhaseMap.tsx';
import {Purposes} from './Purposes.tsx';
import {Steps} from './Steps.tsx';
import {StrengthChart} from './StrengthChart.tsx';
import type {ExerciseItem} from './types.ts';

/** One exercise or operation: where, who in which role, how many by which source, and on what basis. */
export function ExerciseDetailPage({parameters: [id = '']}: {parameters: string[]}) {
    const read = useRead<ExerciseItem>(`/api/exercises/${encodeURIComponent(id)}`, {on: undefined});
    useDayOfFact(read.data);
    useTitle(read.data?.label ?? '');
    useLifeOf(yearsOf([read.data?.dates]));
    return (
        <section class="page exercise">
            <ReadResult read={read}>{item => <Exercise item={item} />}</ReadResult>
        </section>
    );
}

function Exercise({item}: {item: ExerciseItem}) {
    return (
        <>
            <Heading item={item} />
            <div class="exercise-columns">
                <div class="exercise-column">
                    <PhaseMap item={item} />
                    <StrengthChart item={item} />
                </div>
                <div class="exercise-column">
                    <Participants item={item} />
                    {item.legalBasis && <LegalBasisText basis={item.legalBasis} />}
                    <Purposes item={item} />
                    {item.steps && <Steps steps={item.steps} />}
                    <section>
                        <h2>{t('fact.sources')}</h2>
                        <Sources sources={item.sources} />
                    </section>
                </div>
            </div>
        </>
    );
}

function Heading({item}: {item: ExerciseItem}) {
    const [view] = useView();
    return (
        <header class="exercise-head">
            <h1 dir="auto">{item.label}</h1>
            <p class="row soft">
                <span class={`dot tone-${item.kind}`} /> {word('exercise-kind', item.kind)}
                {item.status && <span>· {word('exercise-status', item.status)}</span>}
                <span>· {periodText(item.dates)}</span>
                {item.series && (
                    <span>
                        · {t('exercise.series')}:{' '}
                        <a href={href(view, {path: '/exercises', on: '', filters: {series: item.series}})}>
                            <bdi>{item.series}</bdi>
                        </a>
                        {item.edition && `, ${t('exercise.edition', {number: item.edition})}`}
                    </span>
                )}
                {item.organizations.length > 0 && <span>· {t('exercise.held-by')}</span>}
                {item.organizations.map(organization => (
                    <a key={organization} href={href(view, {path: `/organizations/${organization}`})}>
                        {organization.toUpperCase()}
                    </a>
                ))}
                {item.disputed && <span class="tag warning">⚑ {t('fact.disputed')}</span>}
                {item.merged && item.merged.length > 0 && <span class="tag">{t('exercise.merged')}</span>}
                <a href={href(view, {open: item.url})}>{t('fact.open')}</a>
            </p>
            <SeriesLinks item={item} />
            {item.retracted && <p class="tag warning">{t('fact.retracted', {reason: item.retracted.reason})}</p>}
        </header>
    );
}

/** The exercises before and after this one in its series. */
function SeriesLinks({item: {previous, next}}: {item: ExerciseItem}) {
    const [view] = useView();
    const links = [
        {key: 'exercise.previous', to: previous},
        {key: 'exercise.next', to: next},
    ] as const;
    if (!previous && !next) {
        return null;
    }
    return (
        <p class="row soft">
            {links.map(
                ({key, to}) =>
                    to && (
                        <a key={key} href={href(view, {path: `/exercises/${to.id}`})}>
                            <bdi>{t(key, {label: to.label})}</bdi>
                        </a>
                    ),
            )}
            {!next && <span>{t('exercise.last')}</span>}
        </p>
    );
}
