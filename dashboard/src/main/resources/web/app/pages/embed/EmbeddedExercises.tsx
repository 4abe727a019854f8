import {useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {ExerciseMap} from '../exercises/ExerciseMap.tsx';
import {PairMatrix} from '../exercises/PairMatrix.tsx';
import {useExercises} from '../exercises/useExercises.ts';
import {EmbedFrame} from './EmbedFrame.tsx';

/** The bare page of the map of exercises, or of the matrix of who takes part with whom. Its parameter names one of them. */
export function EmbeddedExercises({parameters: [chart]}: {parameters: string[]}) {
    const [view] = useView();
    const years = [view.from, view.to].some(Boolean) ? `${view.from}–${view.to}` : '';
    return (
        <EmbedFrame title={t('exercises.title')} time={years}>
            {chart === 'matrix' ? <PairMatrix /> : <Places />}
        </EmbedFrame>
    );
}

function Places() {
    const [view] = useView();
    return <ExerciseMap read={useExercises(view)} />;
}
