import {useState} from 'preact/hooks';
import {t} from '../../words/index.ts';

/** A text to copy, with a button that copies it. */
export function CopyText({help, text}: {help: string; text: string}) {
    const [copied, setCopied] = useState('');
    return (
        <div class="chart-note">
            <p class="small soft">{help}</p>
            <pre class="copy-text" tabIndex={0}>
                {text}
            </pre>
            <p>
                <button
                    type="button"
                    onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}
                >
                    {copied === text ? t('chart.copied') : t('chart.copy')}
                </button>
            </p>
        </div>
    );
}
