import {ChartFrame, type Column} from '../../charts/ChartFrame.tsx';
import {useList} from '../../api/client.ts';
import {ReadResult} from '../../shell/Failures.tsx';
import {useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {csvAddress, exerciseParameters} from './filters.ts';
import {MatrixImage} from './MatrixImage.tsx';
import {matrixOf, numberOf} from './pairs.ts';
import type {PairItem} from './types.ts';

/** Who exercises with whom: parties by parties. A cell opens the list of their common exercises. */
export function PairMatrix() {
    const [view] = useView();
    const read = useList<PairItem>('/api/exercises/statistics', {...exerciseParameters(view), by: 'pair'});
    return (
        <ReadResult read={read}>
            {pairs => (pairs.length > 0 ? <Matrix pairs={pairs} /> : <p class="soft">{t('exercises.none')}</p>)}
        </ReadResult>
    );
}

function Matrix({pairs}: {pairs: PairItem[]}) {
    const [view] = useView();
    const title = t('exercises.matrix-title');
    return (
        <ChartFrame
            name="matrix"
            title={title}
            embed="/embed/exercises/matrix"
            rows={pairs}
            columns={pairColumns()}
            csv={csvAddress('/api/exercises/statistics', view, {by: 'pair'})}
        >
            <div class="scroll">
                <MatrixImage title={title} matrix={matrixOf(pairs)} />
            </div>
            <p class="chart-note small soft">{t('exercises.matrix-help')}</p>
        </ChartFrame>
    );
}

function pairColumns(): Column<PairItem>[] {
    return [
        {label: t('exercises.party'), value: pair => pair.name},
        {label: t('exercises.with'), value: pair => pair.withName},
        {label: t('exercises.number'), value: pair => String(numberOf(pair))},
        {label: t('exercises.possible'), value: pair => String(pair.possible)},
    ];
}
