import {useRef, useState} from 'preact/hooks';
import {t} from '../../words/index.ts';
import {copyTextOf} from './copy.ts';

/** A text to copy, with a button that copies it. */
export function CopyText({help, text}: {help: string; text: string}) {
    const [copied, setCopied] = useState('');
    const shown = useRef<HTMLPreElement>(null);
    const copy = async () => {
        if (await copyTextOf(shown.current!)) {
            setCopied(text);
        }
    };
    return (
        <div class="chart-note">
            <p class="small soft">{help}</p>
            <pre class="copy-text" tabIndex={0} ref={shown}>
                {text}
            </pre>
            <p>
                <button type="button" onClick={() => void copy()}>
                    {copied === text ? t('chart.copied') : t('chart.copy')}
                </button>
            </p>
        </div>
    );
}
