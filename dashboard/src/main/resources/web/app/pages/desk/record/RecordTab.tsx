import {ProblemNote} from '../../../shell/Failures.tsx';
import {useView} from '../../../state/view.ts';
import {t} from '../../../words/index.ts';
import {COMMANDS, commandOf} from '../commands.ts';
import {kindLabel} from '../form/labels.ts';
import {useFields} from '../useFields.ts';
import {loadDraft, saveDraft} from './drafts.ts';
import {RecordForm} from './RecordForm.tsx';
import {useDraft} from './useDraft.ts';

/** Records a fact of any kind. A quote that comes from the reader becomes a source of it. */
export function RecordTab() {
    const [view, change] = useView();
    const command = commandOf(view.filters.kind);
    const {fields, problem} = useFields(command);
    const [draft, setDraft] = useDraft(command);
    const choose = (kind: string) => {
        const {sources} = draft.values;
        const next = loadDraft(kind);
        if (sources && !next.values.sources) {
            saveDraft(kind, {...next, values: {...next.values, sources}});
        }
        change({filters: {...view.filters, kind}});
    };
    return (
        <section aria-labelledby="record-title">
            <h2 id="record-title">{t('record.title')}</h2>
            {problem && <ProblemNote problem={problem} />}
            {fields && (
                <RecordForm key={command.kind} command={command} fields={fields} draft={draft} onDraft={setDraft}>
                    <KindChoice kind={command.kind} onChoose={choose} />
                </RecordForm>
            )}
        </section>
    );
}

function KindChoice({kind, onChoose}: {kind: string; onChoose(kind: string): void}) {
    return (
        <div class="field kind">
            <label for="kind">{t('record.kind')}</label>
            <select id="kind" value={kind} onChange={event => onChoose(event.currentTarget.value)}>
                {COMMANDS.map(each => (
                    <option key={each.kind} value={each.kind}>
                        {kindLabel(each.kind)}
                    </option>
                ))}
            </select>
        </div>
    );
}
