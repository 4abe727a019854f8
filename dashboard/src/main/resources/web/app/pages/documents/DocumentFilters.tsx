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

/** A question and filters. They go into the URL when the form is sent. */
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
        <form class="query" role="search" onSubmit={search} key={JSON.stringify([filters, view.from, view.to])}>
            <label class="wide">
                {t('documents.question')}
                <input name="q" type="search" maxLength={500} defaultValue={filters.q} />
            </label>
            <TextFilter name="type" value={filters.type} size={12} />
            <TextFilter name="language" value={filters.language} size={5} />
            <TextFilter name="from" value={view.from} size={10} />
            <TextFilter name="to" value={view.to} size={10} />
            <StatusFilter value={filters.status} />
            <button type="submit">{t('list.search')}</button>
        </form>
    );
}

function TextFilter({name, value, size}: {name: 'type' | 'language' | 'from' | 'to'; value?: string; size: number}) {
    return (
        <label>
            {t(`documents.${name}`)}
            <input name={name} maxLength={64} defaultValue={value} size={size} />
        </label>
    );
}

function StatusFilter({value}: {value?: string}) {
    return (
        <label>
            {t('documents.status')}
            <select name="status">
                <option value="">{t('list.all')}</option>
                {STATUSES.map(each => (
                    <option key={each} value={each} selected={each === value}>
                        {each}
                    </option>
                ))}
            </select>
        </label>
    );
}
