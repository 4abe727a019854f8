import {dateText} from '../../dates/text.ts';
import {href, useView} from '../../state/view.ts';
import {t, word} from '../../words/index.ts';
import type {Step} from './types.ts';

/** What led to the exercise or followed it, in order of time. */
export function Steps({steps}: {steps: Step[]}) {
    const [view] = useView();
    return (
        <section>
            <h2>{t('exercise.steps')}</h2>
            <ol class="exercise-steps">
                {steps.map(step => (
                    <li key={step.url}>
                        <a href={href(view, {open: step.url})}>{dateText(step.effective)}</a>{' '}
                        {[
                            word('step', step.step),
                            step.party,
                            step.instrument,
                            step.article && t('exercise.article', {article: step.article}),
                            step.note,
                        ]
                            .filter(Boolean)
                            .join(', ')}
                    </li>
                ))}
            </ol>
        </section>
    );
}
