import type {ComponentChildren} from 'preact';
import {useState} from 'preact/hooks';
import {t} from '../../../words/index.ts';
import {addressOf, type Command} from '../commands.ts';
import {CommandForm} from '../CommandForm.tsx';
import {edtfBounds, edtfFault} from '../form/edtf.ts';
import type {Field} from '../form/schema.ts';
import type {Values} from '../form/values.ts';
import {write, type Concern, type Recorded} from '../write.ts';
import {Collisions} from './Collisions.tsx';
import {newDraft, type Draft} from './drafts.ts';
import {OwnerInput} from './OwnerInput.tsx';
import {RecordedNotice} from './RecordedNotice.tsx';

export function RecordForm({
    command,
    fields,
    draft,
    children,
    onDraft,
}: {
    command: Command;
    fields: Field[];
    draft: Draft;
    children: ComponentChildren;
    onDraft(draft?: Draft): void;
}) {
    const [recorded, setRecorded] = useState<Recorded>();
    const [ownerMissing, setOwnerMissing] = useState(false);
    const send = async (body: Values) => {
        if (command.of && !draft.owner) {
            setOwnerMissing(true);
            document.getElementById('owner')?.focus();
            return;
        }
        const answer = await write(
            command.method,
            addressOf(command, draft.owner),
            body,
            concernOf(command, draft.owner, body),
            draft.key,
        );
        setRecorded(answer);
        onDraft(newDraft(draft.owner));
    };
    const again = () => {
        setRecorded(undefined);
        document.getElementById('owner')?.focus();
    };
    return (
        <>
            <div class="record-head">
                {children}
                {command.of && (
                    <OwnerInput
                        of={command.of}
                        value={draft.owner}
                        missing={ownerMissing && !draft.owner}
                        onChange={owner => onDraft({...draft, owner})}
                    />
                )}
            </div>
            <CommandForm
                fields={fields}
                values={draft.values}
                label={t('record.send')}
                on={dayOf(draft.values)}
                onChange={values => onDraft({...draft, values, key: crypto.randomUUID()})}
                onSend={send}
            >
                <Collisions command={command} owner={draft.owner} values={draft.values} />
            </CommandForm>
            {recorded && <RecordedNotice command={command} owner={draft.owner} recorded={recorded} onAgain={again} />}
        </>
    );
}

function concernOf(command: Command, owner: string, body: Values): Concern {
    const party = typeof body.party === 'string' ? body.party : undefined;
    return command.of === 'organization'
        ? {organization: owner, party}
        : {party: command.of === 'party' ? owner : party};
}

/** Parties are looked up on the day of the fact, because codes and states change. */
function dayOf(values: Values): string | undefined {
    const date = [values.effective, values.date, values.from].find(
        (each): each is string => typeof each === 'string' && each !== '',
    );
    return date && !edtfFault(date.trim()) ? edtfBounds(date).earliest || undefined : undefined;
}
