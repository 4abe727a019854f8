import {useEffect, useState} from 'preact/hooks';
import {useRead, type Problem} from '../../../api/client.ts';
import type {Import} from './types.ts';
import {refreshImports} from './useImports.ts';

const POLL_MS = 5_000;

/** An import with its progress: the service sends it until the import ends. */
export function useImport(id: string): {data?: Import | undefined; problem?: Problem | undefined; reload(): void} {
    const path = `/api/imports/${encodeURIComponent(id)}`;
    const {data, problem, reload} = useRead<Import>(path);
    const [progress, setProgress] = useState<Import>();
    const isRunning = data?.status === 'running';
    useEffect(() => {
        setProgress(undefined);
        return isRunning ? follow(path, setProgress) : undefined;
    }, [path, isRunning]);
    return {data: isRunning && progress ? progress : data, problem, reload};
}

/** A stream can break without an error, and `EventSource` sends no pasted token, so the import is also polled. */
function follow(path: string, show: (progress?: Import) => void): () => void {
    const timer = setInterval(refreshImports, POLL_MS);
    const source = new EventSource(path);
    source.onmessage = event => {
        const progress = JSON.parse(event.data as string) as Import;
        show(progress);
        if (progress.status !== 'running') {
            source.close();
            refreshImports();
        }
    };
    source.onerror = () => {
        source.close();
        show(undefined);
        refreshImports();
    };
    return () => {
        clearInterval(timer);
        source.close();
    };
}
