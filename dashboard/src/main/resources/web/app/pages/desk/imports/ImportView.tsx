import {useEffect, useRef} from 'preact/hooks';
import {instantText} from '../../../dates/text.ts';
import {ProblemNote} from '../../../shell/Failures.tsx';
import {isAddressedView} from '../../../state/view.ts';
import {number, t} from '../../../words/index.ts';
import {Decisions} from './Decisions.tsx';
import {HeldWhy} from './HeldWhy.tsx';
import {ReportTable} from './ReportTable.tsx';
import {StatusTag} from './StatusTag.tsx';
import {OUTCOMES, type Import} from './types.ts';
import {useImport} from './useImport.ts';
import {refreshImports} from './useImports.ts';

/** One import: progress, counts, decisions and report. */
export function ImportView({id}: {id: string}) {
    const {data, problem, reload} = useImport(id);
    const title = useTitleWithFocus(data !== undefined);
    const onDecision = (isAccepted: boolean) => {
        if (isAccepted) {
            title.current?.focus();
        }
        refreshImports();
    };
    if (problem) {
        return <ProblemNote problem={problem} reload={reload} />;
    }
    if (!data) {
        return <p class="soft">{t('frame.loading')}</p>;
    }
    const isHeld = data.status === 'held';
    return (
        <section class="import" aria-labelledby="import-title">
            <h2 id="import-title" ref={title} tabIndex={-1}>
                {t('import.of-set', {set: data.set})} <StatusTag data={data} live />
            </h2>
            <p class="soft small">
                {t('import.sent-by', {instant: instantText(data.sentAt), actor: data.actor})}{' '}
                {data.endedAt &&
                    t(isHeld ? 'import.held-at' : 'import.ended-at', {instant: instantText(data.endedAt)})}
            </p>
            {data.status === 'running' && <Progress data={data} />}
            {data.held ? (
                <p class="notice warn">
                    <HeldWhy data={data} /> {isHeld && !data.supersededBy && t('import.held-why')}
                </p>
            ) : (
                data.problem && <p class="notice warn">{data.problem}</p>
            )}
            <Counts data={data} />
            <Decisions data={data} onDone={onDecision} />
            {data.status !== 'running' && <ReportTable key={data.status} id={id} isHeld={isHeld} />}
        </section>
    );
}

/** An import that was opened here gets the focus: it stands above the link or form that opened it. */
function useTitleWithFocus(isShown: boolean) {
    const title = useRef<HTMLHeadingElement>(null);
    useEffect(() => {
        if (isShown && !isAddressedView()) {
            title.current?.focus();
        }
    }, [isShown]);
    return title;
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
