import {href, useView} from '../../../state/view.ts';
import {instantText} from '../../../dates/text.ts';
import {t} from '../../../words/index.ts';
import {ImportView} from './ImportView.tsx';
import {rememberedImports} from './remembered.ts';
import {UploadForm} from './UploadForm.tsx';

export function ImportsTab() {
    const [view, change] = useView();
    const open = view.filters.import ?? '';
    const find = (event: Event) => {
        event.preventDefault();
        const id = String(new FormData(event.currentTarget as HTMLFormElement).get('id')).trim();
        change({filters: {import: id.replace(/^.*\/api\/imports\//, '')}});
    };
    return (
        <div class="imports">
            <section aria-labelledby="upload-title">
                <h2 id="upload-title">{t('import.title')}</h2>
                <UploadForm onSent={id => change({filters: {import: id}})} />
                <SentImports open={open} />
                <form class="row" onSubmit={find}>
                    <label>
                        {t('import.by-id')} <input name="id" required maxLength={200} />
                    </label>
                    <button type="submit">{t('import.open')}</button>
                </form>
            </section>
            {open && <ImportView key={open} id={open} />}
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
