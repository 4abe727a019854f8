import {readAddress} from '../api/address.ts';
import {useView} from '../state/view.ts';
import {t} from '../words/index.ts';

const FORMATS = [
    {format: 'text', label: 'Text'},
    {format: 'bibtex', label: 'BibTeX'},
    {format: 'csl', label: 'CSL-JSON'},
];

/** The ways to cite a record, pinned at what the register knows in this view. */
export function Cite({url}: {url: string}) {
    const [view] = useView();
    const address = (format: string) => readAddress(url, {format, on: undefined}, view);
    return (
        <ul class="row">
            {FORMATS.map(({format, label}) => (
                <li>
                    <a href={address(format)}>{label}</a>
                </li>
            ))}
            <li>
                <a href={address('json')}>{t('fact.data')}</a>
            </li>
            <li>
                <a href={address('html')}>{t('fact.page')}</a>
            </li>
        </ul>
    );
}
