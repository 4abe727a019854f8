import {ChartFrame, type Column} from '../../charts/ChartFrame.tsx';
import {useList} from '../../api/client.ts';
import {useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {csvAddress, exerciseParameters} from './filters.ts';
import {MatrixImage} from './MatrixImage.tsx';
import {matrixOf, numberOf} from './pairs.ts';
import type {PairItem} from './types.ts';

/** Who exercises with whom: parties by parties. A cell opens the list of their common exercises. */
export function PairMatrix() {
    const [view] = useView();
    const {data, loading} = useList<PairItem>('/api/exercises/statistics', {...exerciseParameters(view), by: 'pair'});
    if (!data || data.length === 0) {
        return <p class="soft">{t(data ? 'exercises.none' : 'frame.loading')}</p>;
    }
    const title = t('exercises.matrix-title');
    return (
        <ChartFrame
            name="matrix"
            title={title}
            rows={data}
            columns={pairColumns()}
            csv={csvAddress('/api/exercises/statistics', view, {by: 'pair'})}
        >
            <div class={loading ? 'scroll stale' : 'scroll'}>
                <MatrixImage title={title} matrix={matrixOf(data)} />
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
