import {useRead} from '../../api/client.ts';
import {dayNumber} from '../../dates/day.ts';
import {useLifeOf, type Life} from '../../state/life.ts';
import {href, useView, type View} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {ExerciseMap} from './ExerciseMap.tsx';
import {ExerciseTable} from './ExerciseTable.tsx';
import {exerciseParameters, LIMIT} from './filters.ts';
import {FilterBar} from './FilterBar.tsx';
import {monthsOf} from './moments.ts';
import {PairMatrix} from './PairMatrix.tsx';
import {Partners} from './Partners.tsx';
import {ProblemNote} from '../../shell/Failures.tsx';
import {hasParty} from './rows.ts';
import type {ExerciseItem, ExercisePage} from './types.ts';
import {usePartyName} from './usePartyName.ts';

/** Exercises and operations: filters, the map through time, a list, and who takes part with whom. */
export function ExercisesPage() {
    const [view] = useView();
    const {data, problem, loading} = useRead<ExercisePage>('/api/exercises', {
        ...exerciseParameters(view),
        limit: String(LIMIT),
    });
    const items = selected(data?.items ?? [], view);
    useLifeOf(lifeOf(items));
    return (
        <section class="page exercises">
            <h1>{t('exercises.title')}</h1>
            <FilterBar />
            {problem && !data && <ProblemNote problem={problem} />}
            <div class={loading && data ? 'exercises-body stale' : 'exercises-body'}>
                {data && <Summary items={items} view={view} isCut={data.next !== undefined} />}
                <ExerciseMap items={items} />
                <Tabs view={view} />
                {view.tab === 'matrix' ? <PairMatrix /> : <ExerciseList items={items} view={view} />}
            </div>
        </section>
    );
}

/** The interface selects by one party. The second party of a pair is selected here. */
function selected(items: ExerciseItem[], view: View): ExerciseItem[] {
    const other = view.filters.with;
    return other ? items.filter(item => hasParty(item, other)) : items;
}

function lifeOf(items: ExerciseItem[]): Life | undefined {
    const months = monthsOf(items.map(item => item.dates));
    return months && {start: dayNumber(`${months.first}-01`), end: dayNumber(`${months.last}-28`)};
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

function ExerciseList({items, view}: {items: ExerciseItem[]; view: View}) {
    const {party, with: other} = view.filters;
    return (
        <div class={party && !other ? 'exercises-list with-partners' : 'exercises-list'}>
            <ExerciseTable items={items} />
            {party && !other && <Partners party={party} />}
        </div>
    );
}
