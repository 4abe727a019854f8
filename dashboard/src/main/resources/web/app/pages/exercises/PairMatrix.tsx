import {ChartFrame, type Column} from '../../charts/ChartFrame.tsx';
import {useRead} from '../../api/client.ts';
import {useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {csvAddress, exerciseParameters} from './filters.ts';
import {MatrixImage} from './MatrixImage.tsx';
import {matrixOf, numberOf} from './pairs.ts';
import type {PairItem, PairPage} from './types.ts';

const LIMIT = 1000;

/** Who exercises with whom: parties by parties. A cell opens the list of their common exercises. */
export function PairMatrix() {
    const [view] = useView();
    const {data, loading} = useRead<PairPage>('/api/exercises/statistics?by=pair', {
        ...exerciseParameters(view),
        limit: String(LIMIT),
    });
    if (!data || data.items.length === 0) {
        return <p class="soft">{t(data ? 'exercises.none' : 'frame.loading')}</p>;
    }
    const title = t('exercises.matrix-title');
    return (
        <ChartFrame
            title={title}
            rows={data.items}
            columns={pairColumns()}
            csv={csvAddress('/api/exercises/statistics', view, {by: 'pair'})}
        >
            <div class={loading ? 'scroll stale' : 'scroll'}>
                <MatrixImage title={title} matrix={matrixOf(data.items)} />
            </div>
            <p class="chart-note small soft">
                {t('exercises.matrix-help')} {data.next && t('exercises.matrix-more', {count: LIMIT})}
            </p>
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
