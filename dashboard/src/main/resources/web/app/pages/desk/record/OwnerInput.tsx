import {useEffect, useState} from 'preact/hooks';
import {useRead} from '../../../api/client.ts';
import type {ListPage} from '../../../api/types.ts';
import {t} from '../../../words/index.ts';
import type {Owner} from '../commands.ts';
import {FieldMessage} from '../form/FieldFrame.tsx';

const LISTS: Partial<Record<Owner, string>> = {
    organization: '/api/organizations',
    party: '/api/parties',
    instrument: '/api/instruments',
};

interface Named {
    id?: string;
    code?: string;
    name?: string;
}

interface OwnerInputProps {
    of: Owner;
    value: string;
    missing: boolean;
    onChange(owner: string): void;
}

/** The owner of the fact. An organisation or instrument that does not exist yet gets the id that is typed here. */
export function OwnerInput({of, value, missing, onChange}: OwnerInputProps) {
    const owners = useOwners(of, value);
    const [typing, setTyping] = useState(false);
    const id = idOf(value.trim(), owners);
    // The owners may be read after the reader has left the field.
    useEffect(() => {
        if (!typing && id !== value) {
            onChange(id);
        }
    }, [typing, id, value]);
    const known = owners.find(each => each.id === value);
    return (
        <div class="field owner">
            <label for="owner">
                {t(`owner.${of}`)}
                <span class="required">*</span>
            </label>
            <input
                id="owner"
                list="owner-list"
                autocomplete="off"
                spellcheck={false}
                maxLength={100}
                aria-required
                aria-invalid={missing}
                value={value}
                onInput={event => onChange(event.currentTarget.value)}
                onFocus={() => setTyping(true)}
                onBlur={() => setTyping(false)}
            />
            <datalist id="owner-list">
                {owners.map(each => (
                    <option key={each.id} value={each.id}>
                        {each.name}
                    </option>
                ))}
            </datalist>
            <p class="lookup" role="status">
                {known && <bdi>→ {known.name}</bdi>}
                {!known && value && owners.length === 0 && of !== 'organization' && t('owner.unknown')}
            </p>
            <FieldMessage text={missing ? t('fault.required') : undefined} />
        </div>
    );
}

/** The id of the owner with this name. Any other text is an id. */
function idOf(text: string, owners: {id: string; name: string}[]): string {
    const named = owners.find(each => each.name.toLocaleLowerCase() === text.toLocaleLowerCase());
    return named?.id ?? text;
}

function useOwners(of: Owner, typed: string): {id: string; name: string}[] {
    const wanted = typed.trim();
    const path = wanted ? LISTS[of] : undefined;
    const {data} = useRead<ListPage<Named>>(path ?? null, {q: wanted, limit: '8'});
    return (data?.items ?? []).map(({id, code, name}) => ({id: id ?? code ?? '', name: name ?? ''}));
}
