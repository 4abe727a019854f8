import {useMemo, useState} from 'preact/hooks';
import {useSession} from '../../../api/session.ts';
import {ProblemNote} from '../../../shell/Failures.tsx';
import {href, useView} from '../../../state/view.ts';
import {instantText} from '../../../dates/text.ts';
import {factSentence, type FactNames} from '../../../facts/sentence.ts';
import {useFactNames} from '../../../facts/useFactNames.ts';
import {t, word} from '../../../words/index.ts';
import {fieldLabel} from '../form/labels.ts';
import {isGroup, type Value, type Values} from '../form/values.ts';
import {StepBackDialog} from './StepBackDialog.tsx';
import {statementOf} from './statementOf.ts';
import {stepBackOf, type FactChange, type StepBack} from './stepBack.ts';
import {useMyChanges, type Change} from './useMyChanges.ts';

const DAY_MS = 86_400_000;
const PERIODS = ['1', '7', '30'] as const;

/** The changes that the caller recorded, the newest first. Most offer one step back. */
export function MyChangesTab() {
    const {subject} = useSession();
    const [view, change] = useView();
    const days = PERIODS.find(each => each === view.filters.days) ?? '1';
    const since = useMemo(() => new Date(Date.now() - Number(days) * DAY_MS).toISOString(), [days]);
    const mine = useMyChanges(subject ?? undefined, since);
    const names = useFactNames(mine.changes.map(statementOf));
    const [step, setStep] = useState<{change: Change; back: StepBack}>();
    return (
        <section aria-labelledby="mine-title">
            <h2 id="mine-title">{t('mine.title')}</h2>
            <label>
                {t('mine.period')}{' '}
                <select value={days} onChange={event => change({filters: {days: event.currentTarget.value}})}>
                    {PERIODS.map(each => (
                        <option key={each} value={each}>
                            {t(`mine.days.${each}`)}
                        </option>
                    ))}
                </select>
            </label>
            {mine.problem && <ProblemNote problem={mine.problem} />}
            <ol class="changes" aria-busy={mine.loading}>
                {mine.changes.map(each => (
                    <ChangeItem
                        key={each.id}
                        change={each}
                        names={names}
                        onStepBack={back => setStep({change: each, back})}
                    />
                ))}
            </ol>
            {!mine.loading && mine.changes.length === 0 && <p class="soft">{t('mine.none')}</p>}
            {mine.next && (
                <button type="button" disabled={mine.loading} onClick={mine.more}>
                    {t('mine.more')}
                </button>
            )}
            {step && <StepBackDialog change={step.change} back={step.back} onClose={() => setStep(undefined)} />}
        </section>
    );
}

interface ChangeItemProps {
    change: Change;
    names: FactNames | undefined;
    onStepBack(back: StepBack): void;
}

function ChangeItem({change, names, onStepBack}: ChangeItemProps) {
    const [view] = useView();
    const said = change.data.factChange!;
    const back = stepBackOf(said, change.data);
    return (
        <li>
            <p class="row">
                <time class="soft small" dateTime={change.time}>
                    {instantText(change.time)} UTC
                </time>
                <span class="tag">{word('event', said.action)}</span>
                <a href={href(view, {open: said.fact!})} dir="auto">
                    {names
                        ? factSentence(said.fact!, statementOf(change), names)
                        : word('collection', said.fact!.split('/')[2] ?? '')}
                </a>
                {back && (
                    <button type="button" onClick={() => onStepBack(back)}>
                        {t(`mine.back.${back.kind}`)}
                    </button>
                )}
            </p>
            <Difference said={said} />
            {typeof change.data.reason === 'string' && <p class="soft small">{change.data.reason}</p>}
        </li>
    );
}

/** Each field with its value before and after. */
function Difference({said}: {said: FactChange}) {
    const names = [...new Set([...Object.keys(said.before ?? {}), ...Object.keys(said.after ?? {})])];
    return (
        <dl class="difference">
            {names
                .filter(name => name !== 'sources' && (said.before?.[name] || said.after?.[name]))
                .map(name => (
                    <div key={name}>
                        <dt>{fieldLabel(name)}</dt>
                        <dd>
                            {said.before && <del>{shown(said.before, name)}</del>}
                            {said.before && said.after && ' → '}
                            {said.after && <ins>{shown(said.after, name)}</ins>}
                        </dd>
                    </div>
                ))}
        </dl>
    );
}

function shown(values: Values, name: string): string {
    return plain(values[name]) || '–';
}

/** A nested value as one text. Without the names of its fields, which the fact itself has. */
function plain(value: Value): string {
    if (Array.isArray(value)) {
        return value.map(plain).filter(Boolean).join('; ');
    }
    return isGroup(value) ? Object.values(value).map(plain).filter(Boolean).join(', ') : String(value ?? '');
}
