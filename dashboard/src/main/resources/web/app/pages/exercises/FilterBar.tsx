import {useEffect, useRef, useState} from 'preact/hooks';
import {read} from '../../api/cache.ts';
import {useList} from '../../api/client.ts';
import type {OrganizationItem, PartyItem} from '../../api/types.ts';
import {YearField} from '../../shell/YearField.tsx';
import {useTypedText} from '../../shell/useTypedText.ts';
import {currentView, useView, type View} from '../../state/view.ts';
import {t, word} from '../../words/index.ts';
import {KINDS} from './filters.ts';
import {usePartyName} from './usePartyName.ts';

type Change = (change: Partial<View>) => void;

/** The filters of exercises. Each change is a step in the history of the browser. */
export function FilterBar() {
    const [view, change] = useView();
    const [cleared, setCleared] = useState(0);
    const filter = (name: string, value: string) => change({filters: {...view.filters, [name]: value}});
    const isFiltered = Boolean(
        view.from ||
            view.to ||
            view.filters.party ||
            view.filters.organization ||
            view.filters.kind ||
            view.filters.series,
    );
    return (
        // Cleared fields are new ones, so that nothing that was typed stays.
        <form key={cleared} class="filters" aria-label={t('exercises.filter')} onSubmit={event => event.preventDefault()}>
            <YearField label={t('exercises.from')} value={view.from} onChange={from => change({from})} />
            <YearField label={t('exercises.to')} value={view.to} onChange={to => change({to})} />
            <PartyField
                code={view.filters.party ?? ''}
                onChange={party => change({filters: {...currentView().filters, party, with: ''}})}
            />
            <OrganizationField value={view.filters.organization ?? ''} onChange={id => filter('organization', id)} />
            <KindField value={view.filters.kind ?? ''} onChange={kind => filter('kind', kind)} />
            <SeriesField value={view.filters.series ?? ''} onChange={series => filter('series', series)} />
            {isFiltered && <ClearButton change={change} onClear={() => setCleared(cleared + 1)} />}
        </form>
    );
}

function ClearButton({change, onClear}: {change: Change; onClear: () => void}) {
    const clear = () => {
        change({from: '', to: '', filters: {}});
        onClear();
    };
    return (
        <button type="button" onClick={clear}>
            {t('exercises.clear')}
        </button>
    );
}

interface FieldProps {
    value: string;
    onChange: (value: string) => void;
}

/** Takes any name or code that the interface knows. The URL gets the code. */
function PartyField({code, onChange}: {code: string; onChange: (code: string) => void}) {
    const {data} = useList<PartyItem>('/api/parties', {fields: 'code,name', on: undefined});
    const name = usePartyName(code || undefined);
    const latest = useRef(0);
    // A party that is found after the field is gone, or after a later text, changes nothing.
    useEffect(() => () => void latest.current++, []);
    const choose = async (text: string) => {
        const number = ++latest.current;
        const found = await codeOf(text);
        if (number === latest.current) {
            onChange(found);
        }
    };
    const typed = useTypedText(name, choose, code);
    return (
        <label>
            <span>{t('exercises.party')}</span>
            <input list="exercise-parties" maxLength={200} {...typed} />
            <datalist id="exercise-parties">
                {data?.map(party => (
                    <option key={party.code} value={party.name} />
                ))}
            </datalist>
        </label>
    );
}

/** An unknown name stays as it is: the read of exercises says what is wrong. */
async function codeOf(name: string): Promise<string> {
    if (!name) {
        return '';
    }
    const {data} = await read<{code: string}>(`/api/parties/${encodeURIComponent(name)}?fields=code`).catch(() => ({
        data: {code: name},
    }));
    return data.code;
}

function OrganizationField({value, onChange}: FieldProps) {
    const {data} = useList<OrganizationItem>('/api/organizations', {fields: 'id,name,acronym', on: undefined});
    return (
        <label>
            <span>{t('exercises.organization')}</span>
            <select value={value} onChange={event => onChange(event.currentTarget.value)}>
                <option value="">{t('exercises.all')}</option>
                {data?.map(({id, name, acronym}) => (
                    <option key={id} value={id} selected={id === value}>
                        {acronym ? `${name} (${acronym})` : name}
                    </option>
                ))}
            </select>
        </label>
    );
}

function KindField({value, onChange}: FieldProps) {
    return (
        <label>
            <span>{t('exercises.kind')}</span>
            <select value={value} onChange={event => onChange(event.currentTarget.value)}>
                <option value="">{t('exercises.all')}</option>
                {KINDS.map(kind => (
                    <option key={kind} value={kind} selected={kind === value}>
                        {word('exercise-kind', kind)}
                    </option>
                ))}
            </select>
        </label>
    );
}

/** A series that the list does not have, such as one of an older link, stays selected. */
function SeriesField({value, onChange}: FieldProps) {
    const {data} = useList<{series: string}>('/api/exercises/statistics', {by: 'series', on: undefined});
    const names = data?.map(({series}) => series) ?? [];
    const all = value && !names.includes(value) ? [value, ...names] : names;
    return (
        <label>
            <span>{t('exercise.series')}</span>
            <select dir="auto" value={value} onChange={event => onChange(event.currentTarget.value)}>
                <option value="">{t('exercises.all')}</option>
                {all.map(name => (
                    <option key={name} value={name} selected={name === value}>
                        {name}
                    </option>
                ))}
            </select>
        </label>
    );
}
