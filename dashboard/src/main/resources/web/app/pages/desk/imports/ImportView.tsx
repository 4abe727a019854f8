import {useState} from 'preact/hooks';
import {send, type Problem} from '../../../api/client.ts';
import {ProblemNote} from '../../../shell/Failures.tsx';
import {number, t} from '../../../words/index.ts';
import {ProblemOfCommand} from '../ProblemOfCommand.tsx';
import {refusalOf} from '../refusal.ts';
import {ReportTable} from './ReportTable.tsx';
import {OUTCOMES, type Import} from './types.ts';
import {useImport} from './useImport.ts';

/** One import: progress, counts, decisions and report. */
export function ImportView({id}: {id: string}) {
    const {data, problem, reload} = useImport(id);
    if (problem) {
        return <ProblemNote problem={problem} reload={reload} />;
    }
    if (!data) {
        return <p class="soft">{t('frame.loading')}</p>;
    }
    return (
        <section class="import" aria-labelledby="import-title">
            <h2 id="import-title">
                {t('import.of-set', {set: data.set})}{' '}
                <span
                    class={`tag ${data.status === 'held' || data.status === 'failed' ? 'warning' : ''}`}
                    role="status"
                >
                    {t(`import.status.${data.status}`)}
                </span>
                {data.dryRun && <span class="tag">{t('import.dry-run')}</span>}
            </h2>
            {data.status === 'running' && <Progress data={data} />}
            {data.problem && <p class="notice warn">{data.problem}</p>}
            {data.supersededBy && <p class="notice warn">{t('import.superseded')}</p>}
            <Counts data={data} />
            <Decisions data={data} onDone={reload} />
            {data.status !== 'running' && <ReportTable key={data.status} id={id} />}
        </section>
    );
}

function Progress({data}: {data: Import}) {
    const {done, of} = data.progress;
    return (
        <label class="progress">
            {t('import.progress', {done, of})} <progress value={done} max={Math.max(of, 1)} />
        </label>
    );
}

function Counts({data}: {data: Import}) {
    return (
        <dl class="counts">
            <div>
                <dt>{t('import.rows')}</dt>
                <dd>{number(data.rows)}</dd>
            </div>
            {OUTCOMES.map(each => (
                <div key={each} class={data[each] ? undefined : 'zero'}>
                    <dt>{t(`import.outcome.${each}`)}</dt>
                    <dd>{number(data[each])}</dd>
                </div>
            ))}
        </dl>
    );
}

/** A held import is released or discarded. One that ended can be undone, which asks once more. */
function Decisions({data, onDone}: {data: Import; onDone(): void}) {
    const [asks, setAsks] = useState(false);
    const [state, setState] = useState<{busy: boolean; problem?: Problem | undefined}>({busy: false});
    const decide = async (decision: 'release' | 'undo') => {
        setState({busy: true});
        const problem = await refusalOf(send('POST', `/api/imports/${data.id}/${decision}`, {}));
        setAsks(false);
        setState({busy: false, problem});
        onDone();
    };
    const isHeld = data.status === 'held';
    const canUndo = (data.status === 'completed' || data.status === 'failed') && !data.dryRun;
    return (
        <>
            <p class="row">
                {isHeld && !data.supersededBy && (
                    <button type="button" class="primary" disabled={state.busy} onClick={() => void decide('release')}>
                        {t('import.release')}
                    </button>
                )}
                {(isHeld || asks) && (
                    <button type="button" disabled={state.busy} onClick={() => void decide('undo')}>
                        {t(isHeld ? 'import.discard' : 'import.undo-sure')}
                    </button>
                )}
                {canUndo && !asks && (
                    <button type="button" onClick={() => setAsks(true)}>
                        {t('import.undo')}
                    </button>
                )}
            </p>
            {state.problem && <ProblemOfCommand problem={state.problem} />}
        </>
    );
}
