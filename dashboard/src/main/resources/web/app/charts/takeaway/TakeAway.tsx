import type {RefObject} from 'preact';
import {useState} from 'preact/hooks';
import {asOf} from '../../dates/day.ts';
import {currentView, useView, type View} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {citationOf} from './citation.ts';
import {CopyText} from './CopyText.tsx';
import {embedCode} from './embedCode.ts';
import {download, fileName, pngFile, svgFile} from './files.ts';
import {pictureOf} from './picture.ts';
import {sharedAddress} from './sharedAddress.ts';

/** What is shown below a chart, to be copied. */
export type Note = '' | 'cite' | 'embed';

interface NoteButtonProps {
    note: Note;
    current: Note;
    show: (note: Note) => void;
}

/** Opens and closes a note below the chart. */
export function NoteButton({note, current, show}: NoteButtonProps) {
    const isOpen = note === current;
    return (
        <button type="button" aria-expanded={isOpen} onClick={() => show(isOpen ? '' : note)}>
            {note === 'cite' ? t('chart.cite') : t('chart.embed')}
        </button>
    );
}

/** @param body the element with the drawing and its legend */
export function PictureButtons({title, body}: {title: string; body: RefObject<Element>}) {
    const [failed, setFailed] = useState(false);
    const save = async (format: 'svg' | 'png') => {
        const drawing = largestDrawing(body.current!);
        if (drawing) {
            const view = currentView();
            const name = fullTitle(title);
            const {source, url} = citationOf(name, view);
            const picture = pictureOf(drawing, body.current!.querySelector('.legend'), name, [source, url]);
            const file = format === 'svg' ? svgFile(picture) : await pngFile(picture).catch(() => undefined);
            setFailed(!file);
            if (file) {
                download(file, fileName(name, asOf(view), format));
            }
        }
    };
    return (
        <>
            <button type="button" onClick={() => void save('png')}>
                {t('chart.png')}
            </button>
            <button type="button" onClick={() => void save('svg')}>
                {t('chart.svg')}
            </button>
            {failed && (
                <span class="tag warning" role="alert">
                    {t('chart.png.failed')}
                </span>
            )}
        </>
    );
}

/** Outside of its page, a chart also needs the name of what the page is about. */
function fullTitle(title: string): string {
    const subject = document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim();
    return subject ? `${subject}: ${title}` : title;
}

/** Legends and buttons have small ones. */
function largestDrawing(body: Element): SVGSVGElement | undefined {
    const area = (drawing: SVGSVGElement) => drawing.clientWidth * drawing.clientHeight;
    return [...body.querySelectorAll('svg')].sort((one, other) => area(other) - area(one))[0];
}

/** @param embed the path of the bare page of the chart */
export function TakeAwayNote({note, title, embed}: {note: Note; title: string; embed?: string | undefined}) {
    const [view] = useView();
    if (note === 'cite') {
        return <CopyText help={t('chart.cite.help')} text={citationOf(fullTitle(title), view).text} />;
    }
    return note === 'embed' && embed ? <EmbedNote title={title} embed={embed} /> : null;
}

/** An embedded chart shows the times of this page, or else today and the whole time. */
function EmbedNote({title, embed}: {title: string; embed: string}) {
    const [view] = useView();
    const [timeless, setTimeless] = useState(false);
    // Another path keeps the times. The filters and the zoom of the chart belong to it, too.
    const times = timeless ? TIMELESS : {zoom: view.zoom};
    const url = sharedAddress(
        view,
        {path: embed, filters: {...view.filters, as: ''}, open: '', ...times},
        location.origin,
    );
    return (
        <>
            {TIMES.some(time => view[time]) && (
                <label class="check chart-note">
                    <input
                        type="checkbox"
                        checked={timeless}
                        onChange={event => setTimeless(event.currentTarget.checked)}
                    />
                    {t('chart.embed.timeless')}
                </label>
            )}
            <CopyText help={t('chart.embed.help')} text={embedCode(url, fullTitle(title))} />
        </>
    );
}

const TIMES = ['on', 'from', 'to', 'zoom', 'knownAt'] as const;
const TIMELESS: Partial<View> = {on: '', from: '', to: '', zoom: '', knownAt: ''};
