import {t} from '../../words/index.ts';
import type {ExerciseItem} from './types.ts';

/** What was declared, and how others read it. */
export function Purposes({item}: {item: ExerciseItem}) {
    const views = [
        {title: t('exercise.declared'), text: item.purpose?.declared},
        {title: t('exercise.assessed'), text: item.purpose?.assessed},
        ...(item.purposes ?? []).map(({view, text, party}) => ({
            title: [view === 'declared' ? t('exercise.declared') : t('exercise.assessed'), party]
                .filter(Boolean)
                .join(', '),
            text,
        })),
    ].filter(({text}) => text);
    if (views.length === 0) {
        return null;
    }
    return (
        <section>
            <h2>{t('exercise.purpose')}</h2>
            <dl class="facts">
                {views.map(({title, text}) => (
                    <div key={`${title} ${text}`}>
                        <dt>{title}</dt>
                        <dd dir="auto">{text}</dd>
                    </div>
                ))}
            </dl>
        </section>
    );
}
