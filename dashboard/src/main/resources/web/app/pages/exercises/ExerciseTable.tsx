import {periodText} from '../../dates/text.ts';
import {href, useView} from '../../state/view.ts';
import {t, word} from '../../words/index.ts';
import {timeOf} from './moments.ts';
import {exerciseRow, newestFirst, strengthText, type ExerciseRow} from './rows.ts';
import type {ExerciseItem} from './types.ts';

/** The exercises, the newest first. */
export function ExerciseTable({items}: {items: ExerciseItem[]}) {
    if (items.length === 0) {
        return <p class="soft">{t('exercises.none')}</p>;
    }
    return (
        <div class="scroll">
            <table class="exercise-table">
                <thead>
                    <tr>
                        <th>{t('exercises.dates')}</th>
                        <th>{t('exercises.name')}</th>
                        <th>{t('exercises.participants')}</th>
                        <th>{t('exercises.places')}</th>
                        <th class="number">{t('exercises.strength')}</th>
                        <th>{t('fact.sources')}</th>
                    </tr>
                </thead>
                <tbody>
                    {items
                        .map(exerciseRow)
                        .sort(newestFirst)
                        .map(row => (
                            <Line key={row.id} row={row} />
                        ))}
                </tbody>
            </table>
        </div>
    );
}

function Line({row}: {row: ExerciseRow}) {
    const [view] = useView();
    const isNow = view.on !== '' && timeOf(row.dates, view.on.slice(0, 7)) === 'now';
    return (
        <tr class={isNow ? 'now' : undefined}>
            <td class="exercise-date">{periodText(row.dates)}</td>
            <td>
                <a href={href(view, {path: row.href})}>
                    <bdi>{row.label}</bdi>
                </a>{' '}
                <span class="soft small">
                    <span class={`dot tone-${row.kind}`} /> {word('exercise-kind', row.kind)}
                </span>
                {row.disputed && <span class="tag warning">{t('fact.disputed')}</span>}
            </td>
            <td>{row.participants.join(', ')}</td>
            <td>{row.places.join(', ')}</td>
            <td class="number">{strengthText(row.strength)}</td>
            <td>
                <a href={href(view, {open: row.url})} aria-label={`${t('fact.sources')}: ${row.label}`}>
                    {t('fact.sources')}
                </a>
            </td>
        </tr>
    );
}
