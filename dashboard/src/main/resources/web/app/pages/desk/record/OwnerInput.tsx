import {useRead} from '../../../api/client.ts';
import type {ListPage} from '../../../api/types.ts';
import {t} from '../../../words/index.ts';
import type {Owner} from '../commands.ts';

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

/** What the fact is about. An organisation or instrument that does not exist yet gets the id that is typed here. */
export function OwnerInput({
    of,
    value,
    missing,
    onChange,
}: {
    of: Owner;
    value: string;
    missing: boolean;
    onChange(owner: string): void;
}) {
    const list = LISTS[of];
    const {data} = useRead<ListPage<Named>>(list && value.trim() ? list : null, {q: value.trim(), limit: '8'});
    const items = (data?.items ?? []).map(each => ({id: each.id ?? each.code ?? '', name: each.name ?? ''}));
    const known = items.find(each => each.id === value);
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
                required
                value={value}
                aria-invalid={missing}
                onInput={event => onChange(event.currentTarget.value.trim())}
            />
            <datalist id="owner-list">
                {items.map(each => (
                    <option key={each.id} value={each.id}>
                        {each.name}
                    </option>
                ))}
            </datalist>
            <p class="lookup" role="status">
                {known && (
                    <>
                        → <bdi>{known.name}</bdi>
                    </>
                )}
            </p>
            {missing && (
                <p class="field-problem" role="alert">
                    {t('fault.required')}
                </p>
            )}
        </div>
    );
}
