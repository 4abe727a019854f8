import type {Column} from '../../charts/ChartFrame.tsx';
import {periodText} from '../../dates/text.ts';
import {t, word} from '../../words/index.ts';
import {strengthText, type ExerciseRow} from './rows.ts';

export function exerciseColumns(): Column<ExerciseRow>[] {
    return [
        {label: t('exercises.dates'), value: row => periodText(row.dates)},
        {label: t('exercises.name'), value: row => row.label},
        {label: t('exercises.kind'), value: row => word('exercise-kind', row.kind)},
        {label: t('exercises.organizations'), value: row => row.organizations.join(', ')},
        {label: t('exercises.participants'), value: row => row.participants.join(', ')},
        {label: t('exercises.places'), value: row => row.places.join(', ')},
        {label: t('exercises.strength'), value: row => strengthText(row.strength) ?? ''},
    ];
}
