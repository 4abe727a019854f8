import {t} from '../../../words/index.ts';
import {useHeldImports} from './useImports.ts';

/** The number of imports that wait for a decision. Nothing if none does. */
export function HeldCount() {
    const {items, more} = useHeldImports();
    return items.length === 0 ? null : (
        <span class="tag warning">{t('import.held-count', {count: `${items.length}${more ? '+' : ''}`})}</span>
    );
}
