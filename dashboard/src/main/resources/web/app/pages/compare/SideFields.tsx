import {useList} from '../../api/client.ts';
import type {OrganizationItem} from '../../api/types.ts';
import {DayInput} from '../../shell/DayInput.tsx';
import {t} from '../../words/index.ts';
import type {Side} from './sides.ts';

interface Props {
    legend: string;
    side: Side;
    /** The day that is shown, also if the side names none. */
    day: string;
    onChange: (side: Side, options?: {replace: boolean}) => void;
}

/** Chooses one side. The day is written to the URL with the first choice, so that a shared link stays the same. */
export function SideFields({legend, side, day, onChange}: Props) {
    const {data} = useList<OrganizationItem>('/api/organizations', {fields: 'id,name,acronym', on: undefined});
    return (
        <fieldset>
            <legend>{legend}</legend>
            <label>
                <span>{t('compare.organization')}</span>
                <select
                    value={side.organization}
                    onChange={event => onChange({organization: event.currentTarget.value, on: day})}
                >
                    <option value="" />
                    {data?.map(({id, name, acronym}) => (
                        <option key={id} value={id} selected={id === side.organization}>
                            {acronym ? `${acronym} · ${name}` : name}
                        </option>
                    ))}
                </select>
            </label>
            <label>
                <span>{t('compare.day')}</span>
                <DayInput day={day} onDay={(on, replace) => onChange({...side, on}, {replace})} />
            </label>
        </fieldset>
    );
}
