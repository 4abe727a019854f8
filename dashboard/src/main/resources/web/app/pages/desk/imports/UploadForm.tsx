import {useState} from 'preact/hooks';
import {Problem} from '../../../api/client.ts';
import {t, type Word} from '../../../words/index.ts';
import {ProblemOfCommand} from '../ProblemOfCommand.tsx';
import {rememberImport} from './remembered.ts';
import {upload, type Upload} from './upload.ts';

/** The parameters of each kind of import that are texts. */
const TEXTS: Record<Upload['kind'], string[]> = {
    memberships: ['set', 'covers'],
    exercises: ['set', 'date-format', 'missing'],
};

/** Sends a file of memberships or exercises. */
export function UploadForm({onSent}: {onSent(id: string): void}) {
    const [kind, setKind] = useState<Upload['kind']>('memberships');
    const [state, setState] = useState<{busy: boolean; problem?: Problem}>({busy: false});
    const submit = async (event: Event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget as HTMLFormElement);
        setState({busy: true});
        try {
            const sent = uploadOf(kind, form);
            const {id} = await upload(sent);
            rememberImport({id, file: sent.file.name, sent: new Date().toISOString()});
            setState({busy: false});
            onSent(id);
        } catch (problem) {
            setState({busy: false, problem: problem as Problem});
        }
    };
    return (
        <form class="upload" onSubmit={submit}>
            <div class="fields">
                <label class="field">
                    {t('import.kind')}
                    <select value={kind} onChange={event => setKind(event.currentTarget.value as Upload['kind'])}>
                        <option value="memberships">{t('import.memberships')}</option>
                        <option value="exercises">{t('import.exercises')}</option>
                    </select>
                </label>
                <label class="field">
                    {t('import.file')}
                    <input type="file" name="file" required accept=".csv,.tsv,.txt,.ndjson,.jsonl,.gz" />
                </label>
                {kind === 'memberships' && <FormatChoice />}
                {TEXTS[kind].map(name => (
                    <label class="field" key={name}>
                        {t(`import.${name}` as Word)}
                        <input name={name} maxLength={200} autocomplete="off" />
                    </label>
                ))}
                <label class="field">
                    {t('import.charset')}
                    <input name="charset" maxLength={40} placeholder="utf-8" autocomplete="off" />
                </label>
                <Flag name="dry-run" />
                <Flag name="allow-retractions" />
            </div>
            {state.problem && <ProblemOfCommand problem={state.problem} />}
            <button type="submit" class="primary" disabled={state.busy} aria-busy={state.busy}>
                {t('import.send')}
            </button>
        </form>
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
