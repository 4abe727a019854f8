import {useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';

const STATUSES = [
    'received',
    'ok',
    'partial',
    'no-text',
    'encrypted',
    'corrupt',
    'too-large',
    'timeout',
    'unsupported',
];
const NAMES = ['q', 'language', 'type', 'status'] as const;

export function DocumentFilters() {
    const [view, change] = useView();
    const {filters} = view;
    const search = (event: Event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget as HTMLFormElement);
        const value = (name: string) => String(data.get(name) ?? '').trim();
        const chosen = NAMES.map(name => [name, value(name)]).filter(([, text]) => text);
        change({filters: Object.fromEntries(chosen), from: value('from'), to: value('to')});
    };
    return (
        <form class="filters" role="search" onSubmit={search} key={JSON.stringify([filters, view.from, view.to])}>
            <label class="wide">
                {t('documents.question')}
                <input name="q" type="search" maxLength={500} defaultValue={filters.q} />
            </label>
            <label>
                {t('documents.type')}
                <input name="type" maxLength={63} defaultValue={filters.type} size={12} />
            </label>
            <label>
                {t('documents.language')}
                <input name="language" maxLength={35} defaultValue={filters.language} size={5} />
            </label>
            <label>
                {t('documents.from')}
                <input name="from" maxLength={64} defaultValue={view.from} size={10} />
            </label>
            <label>
                {t('documents.to')}
                <input name="to" maxLength={64} defaultValue={view.to} size={10} />
            </label>
            <label>
                {t('documents.status')}
                <select name="status" defaultValue={filters.status ?? ''}>
                    <option value="">{t('list.all')}</option>
                    {STATUSES.map(each => (
                        <option value={each} selected={each === filters.status}>
                            {each}
                        </option>
                    ))}
                </select>
            </label>
            <button type="submit">{t('list.search')}</button>
        </form>
    );
}
