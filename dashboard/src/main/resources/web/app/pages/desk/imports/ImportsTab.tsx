import {href, useView} from '../../../state/view.ts';
import {instantText} from '../../../dates/text.ts';
import {t} from '../../../words/index.ts';
import {ImportList} from './ImportList.tsx';
import {ImportView} from './ImportView.tsx';
import {rememberedImports} from './remembered.ts';
import {UploadForm} from './UploadForm.tsx';
import {refreshImports} from './useImports.ts';

/** The import that was opened, all imports, and the form that sends a file. */
export function ImportsTab() {
    const [view, change] = useView();
    const open = view.filters.import ?? '';
    const show = (id: string) => {
        change({filters: {import: id}});
        refreshImports();
    };
    const find = (event: Event) => {
        event.preventDefault();
        const id = String(new FormData(event.currentTarget as HTMLFormElement).get('id')).trim();
        change({filters: {import: id.replace(/^.*\/api\/imports\//, '')}});
    };
    return (
        <div class="imports">
            {open && <ImportView key={open} id={open} />}
            <ImportList open={open} />
            <section aria-labelledby="upload-title">
                <h2 id="upload-title">{t('import.title')}</h2>
                <UploadForm onSent={show} />
                <SentImports open={open} />
                <form class="row" onSubmit={find}>
                    <label>
                        {t('import.by-id')} <input name="id" required maxLength={200} />
                    </label>
                    <button type="submit">{t('import.open')}</button>
                </form>
            </section>
        </div>
    );
}

function SentImports({open}: {open: string}) {
    const [view] = useView();
    const sent = rememberedImports();
    return sent.length === 0 ? null : (
        <>
            <h3>{t('import.sent')}</h3>
            <ul class="plain-list">
                {sent.map(each => (
                    <li key={each.id}>
                        <a
                            href={href(view, {filters: {import: each.id}})}
                            aria-current={each.id === open ? 'true' : undefined}
                        >
                            <bdi>{each.file}</bdi>
                        </a>{' '}
                        <span class="soft small">{instantText(each.sent)} UTC</span>
                    </li>
                ))}
            </ul>
        </>
    );
}
