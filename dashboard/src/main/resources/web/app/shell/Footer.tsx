import {t} from '../words/index.ts';

export function Footer() {
    return (
        <footer class="footer">
            <p>{t('frame.about')}</p>
            <ul class="row">
                <li>
                    <a href="/docs/quick-start">{t('frame.quick-start')}</a>
                </li>
                <li>
                    <a href="/docs">{t('frame.reference')}</a>
                </li>
                <li>
                    <a href="/openapi">{t('frame.openapi')}</a>
                </li>
                <li>
                    <a href="/asyncapi">{t('frame.asyncapi')}</a>
                </li>
                <li>
                    <a href="/docs/versions">{t('frame.versions')}</a>
                </li>
                <li>
                    <a href="/api/changes/feed.atom">{t('frame.feed')}</a>
                </li>
            </ul>
        </footer>
    );
}
