import {useEffect, useState} from 'preact/hooks';
import {useRead, type Problem} from '../../../api/client.ts';
import type {Import} from './types.ts';

/** An import with its progress: the service sends it until the import ends. */
export function useImport(id: string): {data?: Import | undefined; problem?: Problem | undefined; reload(): void} {
    const path = `/api/imports/${encodeURIComponent(id)}`;
    const {data, problem, reload} = useRead<Import>(path);
    const [progress, setProgress] = useState<Import>();
    const isRunning = data?.status === 'running';
    useEffect(() => {
        setProgress(undefined);
        return isRunning ? follow(path, setProgress, reload) : undefined;
    }, [path, isRunning]);
    return {data: isRunning && progress ? progress : data, problem, reload};
}

/** A stream that ends or breaks is not opened again: one read says how the import is now. */
function follow(path: string, show: (progress: Import) => void, end: () => void): () => void {
    const source = new EventSource(path);
    source.onmessage = event => {
        const progress = JSON.parse(event.data as string) as Import;
        show(progress);
        if (progress.status !== 'running') {
            source.close();
            end();
        }
    };
    source.onerror = () => {
        source.close();
        end();
    };
    return () => source.close();
}
