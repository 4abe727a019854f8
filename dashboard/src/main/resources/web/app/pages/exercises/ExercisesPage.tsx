import {useLifeOf} from '../../state/life.ts';
import {href, useView, type View} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {useTitle} from '../useTitle.ts';
import {ExerciseMap} from './ExerciseMap.tsx';
import {ExerciseTable} from './ExerciseTable.tsx';
import {LIMIT} from './filters.ts';
import {FilterBar} from './FilterBar.tsx';
import {yearsOf} from './moments.ts';
import {PairMatrix} from './PairMatrix.tsx';
import {Partners} from './Partners.tsx';
import {ProblemNote} from '../../shell/Failures.tsx';
import type {ExerciseItem} from './types.ts';
import {useExercises} from './useExercises.ts';
import {usePartyName} from './usePartyName.ts';

/** Exercises and operations: filters, the map through time, a list, and who takes part with whom. */
export function ExercisesPage() {
    const [view] = useView();
    const read = useExercises(view);
    const {data, problem, loading} = read;
    const items = data?.items ?? [];
    useLifeOf(yearsOf(items.map(item => item.dates)));
    useTitle(t('exercises.title'));
    return (
        <section class="page exercises">
            <h1>{t('exercises.title')}</h1>
            <FilterBar />
            {problem && !data && <ProblemNote problem={problem} />}
            {data && <Summary items={items} view={view} isCut={data.isCut} />}
            <div class={loading && data ? 'exercises-body stale' : 'exercises-body'} aria-busy={loading}>
                <div class="exercises-column">
                    <ExerciseMap read={read} />
                    {view.filters.party && <Partners party={view.filters.party} />}
                </div>
                <div class="exercises-column">
                    <Tabs view={view} />
                    {view.tab === 'matrix' ? <PairMatrix /> : <ExerciseTable items={items} />}
                </div>
            </div>
        </section>
    );
}

function Summary({items, view, isCut}: {items: ExerciseItem[]; view: View; isCut: boolean}) {
    const party = usePartyName(view.filters.party);
    const other = usePartyName(view.filters.with);
    const count = items.length;
    return (
        <p class="exercises-summary" role="status">
            {other
                ? t('exercises.count-pair', {count, party, with: other})
                : party
                  ? t('exercises.count-party', {count, party})
                  : t('exercises.count', {count})}
            {isCut && <span class="soft"> {t('exercises.more', {count: LIMIT})}</span>}
        </p>
    );
}

function Tabs({view}: {view: View}) {
    const isMatrix = view.tab === 'matrix';
    return (
        <nav class="tabs" aria-label={t('exercises.title')}>
            <a href={href(view, {tab: ''})} aria-current={isMatrix ? undefined : 'true'}>
                {t('exercises.list')}
            </a>
            <a href={href(view, {tab: 'matrix'})} aria-current={isMatrix ? 'true' : undefined}>
                {t('exercises.matrix')}
            </a>
        </nav>
    );
}
