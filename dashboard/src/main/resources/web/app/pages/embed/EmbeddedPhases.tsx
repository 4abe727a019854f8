import {useRead} from '../../api/client.ts';
import {periodText} from '../../dates/text.ts';
import {ReadResult} from '../../shell/Failures.tsx';
import {PhaseMap} from '../exercises/PhaseMap.tsx';
import type {ExerciseItem} from '../exercises/types.ts';
import {EmbedFrame} from './EmbedFrame.tsx';

/** The bare page of the map with the phases of one exercise. Its parameter is the id of the exercise. */
export function EmbeddedPhases({parameters: [id = '']}: {parameters: string[]}) {
    const read = useRead<ExerciseItem>(`/api/exercises/${encodeURIComponent(id)}`, {on: undefined});
    return (
        <EmbedFrame title={read.data?.label ?? id} time={periodText(read.data?.dates)}>
            <ReadResult read={read}>{item => <PhaseMap item={item} />}</ReadResult>
        </EmbedFrame>
    );
}
