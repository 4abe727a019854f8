import {useRead} from '../../api/client.ts';
import {dateText} from '../../dates/text.ts';
import {href, useView} from '../../state/view.ts';
import {nameIn, t, word} from '../../words/index.ts';
import type {Step} from './types.ts';
import {usePartyName} from './usePartyName.ts';

/** What led to the exercise or followed it, in order of time. */
export function Steps({steps}: {steps: Step[]}) {
    return (
        <section>
            <h2>{t('exercise.steps')}</h2>
            <ol class="exercise-steps">
                {steps.map(step => (
                    <StepItem key={step.url} step={step} />
                ))}
            </ol>
        </section>
    );
}

function StepItem({step}: {step: Step}) {
    const [view] = useView();
    const party = usePartyName(step.party);
    const {data} = useRead<{names: Record<string, string>}>(
        step.instrumentUrl ? `${step.instrumentUrl}?fields=names` : null,
    );
    const text = [
        word('step', step.step),
        party,
        data ? nameIn(data.names) : step.instrument,
        step.article && t('exercise.article', {article: step.article}),
        step.note,
    ];
    return (
        <li>
            <a href={href(view, {open: step.url})}>{dateText(step.effective)}</a>{' '}
            <bdi>{text.filter(Boolean).join(', ')}</bdi>
        </li>
    );
}
