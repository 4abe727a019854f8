import { useState } from 'preact/hooks';
import { t } from '../../../words';
import { addressOf, type Command } from '../commands';
import { CommandForm } from '../CommandForm';
import { edtfBounds, edtfFault } from '../form/edtf';
import type { Field } from '../form/schema';
import type { Values } from '../form/values';
import { write, type Recorded } from '../write';
import { Collisions } from './Collisions';
import { newDraft, type Draft } from './drafts';
import { OwnerInput } from './OwnerInput';
import { RecordedNotice } from './RecordedNotice';

export function RecordForm({ command, fields, draft, onDraft }: {
  command: Command;
  fields: Field[];
  draft: Draft;
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
    const answer = await write(command.method, addressOf(command, draft.owner), body, concernOf(command, draft.owner, body), draft.key);
    setRecorded(answer);
    onDraft(newDraft(draft.owner));
  };
  const again = () => {
    setRecorded(undefined);
    document.getElementById('owner')?.focus();
  };
  return (
    <>
      {command.of && <OwnerInput of={command.of} value={draft.owner} missing={ownerMissing && !draft.owner}
        onChange={(owner) => onDraft({ ...draft, owner })} />}
      <CommandForm fields={fields} values={draft.values} label={t('record.send')} on={dayOf(draft.values)}
        onChange={(values) => onDraft({ ...draft, values, key: crypto.randomUUID() })} onSend={send}>
        <Collisions command={command} owner={draft.owner} values={draft.values} />
      </CommandForm>
      {recorded && <RecordedNotice command={command} owner={draft.owner} recorded={recorded} onAgain={again} />}
    </>
  );
}

function concernOf(command: Command, owner: string, body: Values) {
  const party = typeof body.party === 'string' ? body.party : undefined;
  return command.of === 'organization' ? { organization: owner, party } : { party: command.of === 'party' ? owner : party };
}

/** Parties are looked up on the day of the fact, because codes and states change. */
function dayOf(values: Values): string | undefined {
  const date = [values.effective, values.date, values.from].find((each): each is string => typeof each === 'string' && each !== '');
  return date && !edtfFault(date.trim()) ? edtfBounds(date).earliest || undefined : undefined;
}
