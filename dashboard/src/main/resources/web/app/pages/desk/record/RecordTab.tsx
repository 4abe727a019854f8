import {useEffect, useState} from 'preact/hooks';
import {ProblemNote} from '../../../shell/Failures.tsx';
import {useView} from '../../../state/view.ts';
import {t} from '../../../words/index.ts';
import {COMMANDS, commandOf, type Command} from '../commands.ts';
import {choiceLabel} from '../form/labels.ts';
import {useFields} from '../useFields.ts';
import {dropDraft, loadDraft, newDraft, saveDraft, withSource, type Draft} from './drafts.ts';
import {RecordForm} from './RecordForm.tsx';

/** Records a fact of any kind. A quote that comes from the reader becomes a source of it. */
export function RecordTab() {
    const [view, change] = useView();
    const command = commandOf(view.filters.kind);
    const {fields, problem} = useFields(command);
    const [draft, setDraft] = useDraft(command);
    const choose = (kind: string) => {
        const {sources} = draft.values;
        const next = loadDraft(kind);
        if (sources && !next.values.sources) saveDraft(kind, {...next, values: {...next.values, sources}});
        change({filters: {...view.filters, kind}});
    };
    return (
        <section aria-labelledby="record-title">
            <h2 id="record-title">{t('record.title')}</h2>
            {problem && <ProblemNote problem={problem} />}
            {fields && (
                <RecordForm key={command.kind} command={command} fields={fields} draft={draft} onDraft={setDraft}>
                    <label class="field kind">
                        {t('record.kind')}
                        <select value={command.kind} onChange={event => choose(event.currentTarget.value)}>
                            {COMMANDS.map(({kind}) => (
                                <option key={kind} value={kind}>
                                    {choiceLabel(kind)}
                                </option>
                            ))}
                        </select>
                    </label>
                </RecordForm>
            )}
        </section>
    );
}

/** The draft of a kind of fact, in the storage of this tab. */
function useDraft(command: Command): [Draft, (draft?: Draft) => void] {
    const [view, change] = useView();
    const [drafts, setDrafts] = useState<Record<string, Draft>>({});
    const draft = drafts[command.kind] ?? loadDraft(command.kind);
    const keep = (next?: Draft) => {
        if (next) saveDraft(command.kind, next);
        else dropDraft(command.kind);
        setDrafts(all => ({...all, [command.kind]: next ?? newDraft()}));
    };
    const {document, anchor, quote, of, ...rest} = view.filters;
    useEffect(() => {
        if (!document && !of) return;
        const owned = of ? {...draft, owner: of} : draft;
        keep(document ? withSource(owned, {document, ...(anchor && {anchor}), ...(quote && {quote})}) : owned);
        change({filters: rest}, {replace: true});
    }, [document, anchor, quote, of]);
    return [draft, keep];
}
