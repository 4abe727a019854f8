import type {ComponentChildren} from 'preact';
import {useState} from 'preact/hooks';
import {t} from '../../../words/index.ts';
import {addressOf, type Command} from '../commands.ts';
import {CommandForm} from '../CommandForm.tsx';
import {edtfBounds, edtfFault} from '../form/edtf.ts';
import type {Field} from '../form/schema.ts';
import type {Values} from '../form/values.ts';
import {isRefusal} from '../requestKeys.ts';
import {write, type Concern, type Recorded} from '../write.ts';
import {Collisions} from './Collisions.tsx';
import {loadDraft, withRequest, type Draft} from './drafts.ts';
import {OwnerInput} from './OwnerInput.tsx';
import {RecordedNotice} from './RecordedNotice.tsx';

interface RecordFormProps {
    command: Command;
    fields: Field[];
    draft: Draft;
    children: ComponentChildren;
    onDraft(draft: Draft): void;
}

export function RecordForm({command, fields, draft, children, onDraft}: RecordFormProps) {
    const {recorded, ownerMissing, send, again} = useRecording({command, fields, draft, onDraft});
    const {owner, values} = draft;
    return (
        <>
            <div class="record-head">
                {children}
                {command.of && (
                    <OwnerInput
                        of={command.of}
                        value={owner}
                        missing={ownerMissing && !owner}
                        onChange={typed => onDraft({...draft, owner: typed})}
                    />
                )}
            </div>
            <CommandForm
                fields={fields}
                values={values}
                label={t('record.send')}
                on={dayOf(values)}
                onChange={changed => onDraft({...draft, values: changed})}
                onSend={send}
            >
                <Collisions command={command} owner={owner} values={values} />
            </CommandForm>
            {recorded && <RecordedNotice command={command} owner={owner} recorded={recorded} onAgain={again} />}
        </>
    );
}

/** Sends the draft. Afterwards the form is empty, but for the owner. */
function useRecording({command, fields, draft, onDraft}: Omit<RecordFormProps, 'children'>) {
    const [recorded, setRecorded] = useState<Recorded>();
    const [ownerMissing, setOwnerMissing] = useState(false);
    const {owner} = draft;
    const send = async (body: Values) => {
        if (command.of && !owner) {
            setOwnerMissing(true);
            focusOwner();
            return;
        }
        const address = addressOf(command, owner);
        const sending = withRequest(draft, address, ownFields(fields, body));
        onDraft(sending);
        const concern = concernOf(command, owner, body);
        try {
            setRecorded(await write(command.method, address, sending.values, concern, sending.sent.key));
        } catch (problem) {
            if (isRefusal(problem)) {
                // A key keeps its answer, so another try needs another key.
                onDraft({...loadDraft(command.kind), sent: undefined});
            }
            throw problem;
        }
        onDraft({owner, values: {}});
    };
    const again = () => {
        setRecorded(undefined);
        focusOwner();
    };
    return {recorded, ownerMissing, send, again};
}

/** A statement that is recorded again also has what the address says, such as its organisation. */
function ownFields(fields: Field[], body: Values): Values {
    const names = new Set(fields.map(each => each.name));
    return Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name)));
}

function focusOwner(): void {
    document.getElementById('owner')?.focus();
}

function concernOf(command: Command, owner: string, body: Values): Concern {
    const party = typeof body.party === 'string' ? body.party : undefined;
    return command.of === 'organization'
        ? {organization: owner, party}
        : {party: command.of === 'party' ? owner : party};
}

/** Parties are looked up on the day of the fact, because codes and states change. */
function dayOf({effective, date, from}: Values): string | undefined {
    const stated = [effective, date, from].find((each): each is string => typeof each === 'string' && each !== '');
    return stated && !edtfFault(stated.trim()) ? edtfBounds(stated).earliest || undefined : undefined;
}
