import {t} from '../../../words/index.ts';
import type {Import} from './types.ts';

export function StatusTag({data, live = false}: {data: Import; live?: boolean}) {
    const needsWork = data.status === 'held' || data.status === 'failed';
    return (
        <>
            <span class={`tag ${needsWork ? 'warning' : ''}`} role={live ? 'status' : undefined}>
                {t(`import.status.${data.status}`)}
            </span>
            {data.dryRun && <span class="tag">{t('import.dry-run')}</span>}
        </>
    );
}
