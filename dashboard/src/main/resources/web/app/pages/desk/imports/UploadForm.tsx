import {useState} from 'preact/hooks';
import type {Problem} from '../../../api/client.ts';
import {t} from '../../../words/index.ts';
import {ProblemOfCommand} from '../ProblemOfCommand.tsx';
import {refusalOf} from '../refusal.ts';
import {rememberImport} from './remembered.ts';
import {upload, type Upload} from './upload.ts';

/** The parameters of each kind of import that are texts. */
const TEXTS = {
    memberships: ['set', 'covers'] as const,
    exercises: ['set', 'date-format', 'missing'] as const,
};

/** Sends a file of memberships or exercises. */
export function UploadForm({onSent}: {onSent(id: string): void}) {
    const [kind, setKind] = useState<Upload['kind']>('memberships');
    const {busy, problem, submit} = useUpload(kind, onSent);
    return (
        <form class="upload" onSubmit={submit}>
            <div class="fields">
                <KindChoice kind={kind} onChoose={setKind} />
                <label class="field">
                    {t('import.file')}
                    <input type="file" name="file" required accept=".csv,.tsv,.txt,.ndjson,.jsonl,.gz" />
                </label>
                {kind === 'memberships' && <FormatChoice />}
                {[...TEXTS[kind], 'charset' as const].map(name => (
                    <label class="field" key={name}>
                        {t(`import.${name}`)}
                        <input name={name} maxLength={200} autocomplete="off" />
                    </label>
                ))}
                <Flag name="dry-run" />
                <Flag name="allow-retractions" />
            </div>
            {problem && <ProblemOfCommand problem={problem} />}
            <button type="submit" class="primary" disabled={busy} aria-busy={busy}>
                {t('import.send')}
            </button>
        </form>
    );
}

function useUpload(kind: Upload['kind'], onSent: (id: string) => void) {
    const [state, setState] = useState<{busy: boolean; problem?: Problem | undefined}>({busy: false});
    const submit = async (event: Event) => {
        event.preventDefault();
        const sent = uploadOf(kind, new FormData(event.currentTarget as HTMLFormElement));
        setState({busy: true});
        const problem = await refusalOf(
            upload(sent).then(({id}) => {
                rememberImport({id, file: sent.file.name, sent: new Date().toISOString()});
                onSent(id);
            }),
        );
        setState({busy: false, problem});
    };
    return {...state, submit};
}

function KindChoice({kind, onChoose}: {kind: Upload['kind']; onChoose(kind: Upload['kind']): void}) {
    return (
        <label class="field">
            {t('import.kind')}
            <select value={kind} onChange={event => onChoose(event.currentTarget.value as Upload['kind'])}>
                <option value="memberships">{t('import.memberships')}</option>
                <option value="exercises">{t('import.exercises')}</option>
            </select>
        </label>
    );
}

function FormatChoice() {
    return (
        <label class="field">
            {t('import.format')}
            <select name="format">
                <option value="changes">{t('import.changes')}</option>
                <option value="state-years">{t('import.state-years')}</option>
            </select>
        </label>
    );
}

function Flag({name}: {name: 'dry-run' | 'allow-retractions'}) {
    return (
        <label class="field flag">
            <input type="checkbox" name={name} value="true" />
            {t(`import.${name}`)}
        </label>
    );
}

function uploadOf(kind: Upload['kind'], form: FormData): Upload {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const names = [...TEXTS[kind], 'format', 'dry-run', 'allow-retractions'];
    return {
        kind,
        file: form.get('file') as File,
        charset: text('charset'),
        options: Object.fromEntries(names.map(name => [name, text(name)])),
    };
}
