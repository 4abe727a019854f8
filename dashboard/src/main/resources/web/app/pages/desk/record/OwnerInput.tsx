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
                onInput={event => onChange(event.currentTarget.value.trim())}
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
            </p>
            <FieldMessage text={missing ? t('fault.required') : undefined} />
        </div>
    );
}

function useOwners(of: Owner, typed: string): {id: string; name: string}[] {
    const path = typed ? LISTS[of] : undefined;
    const {data} = useRead<ListPage<Named>>(path ?? null, {q: typed, limit: '8'});
    return (data?.items ?? []).map(({id, code, name}) => ({id: id ?? code ?? '', name: name ?? ''}));
}
