import {useContext} from 'preact/hooks';
import {t} from '../../../words/index.ts';
import {FieldFrame, useAttributes, type InputProps} from './FieldFrame.tsx';
import {FormContext} from './FormContext.ts';
import {useParty} from './useParty.ts';

/** A party by code or name. The input shows which party the register understands. */
export function PartyInput(props: InputProps) {
    const {field, value, pointer, onChange} = props;
    const {on} = useContext(FormContext);
    const typed = typeof value === 'string' ? value : '';
    const {party, suggestions, unknown} = useParty(typed, on);
    const attributes = useAttributes(props);
    const listId = `${attributes.id}-list`;
    return (
        <FieldFrame field={field} pointer={pointer}>
            <input
                {...attributes}
                dir="auto"
                autocomplete="off"
                list={listId}
                value={typed}
                placeholder={field.example ?? 'KZ, Kazakhstan'}
                onInput={event => onChange(event.currentTarget.value)}
            />
            <datalist id={listId}>
                {suggestions.map(each => (
                    <option key={each.code} value={each.code}>
                        {each.name}
                    </option>
                ))}
            </datalist>
            <p class="lookup" role="status">
                {party && (
                    <>
                        → <bdi>{party.name}</bdi> <code>{party.code}</code>
                    </>
                )}
                {unknown && t(suggestions.length ? 'form.partyAmbiguous' : 'form.partyUnknown')}
            </p>
        </FieldFrame>
    );
}
