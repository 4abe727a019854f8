import {t} from '../../words/index.ts';
import type {Passage} from '../documents/types.ts';

/** Headings of the text, as links to their passages. */
export function Structure({passages, open}: {passages: Passage[]; open: string}) {
    if (!hasStructure(passages)) {
        return null;
    }
    const headings = passages.filter(isHeading);
    return (
        <nav class="structure" aria-label={t('reader.structure')}>
            <ol>
                {headings.map(each => (
                    <li class={`depth-${Math.min(each.anchor.split('.').length, 4)}`}>
                        <a
                            href={`#${encodeURIComponent(each.anchor)}`}
                            aria-current={each.anchor === open ? 'location' : undefined}
                            dir="auto"
                        >
                            {each.text.slice(0, 120)}
                        </a>
                    </li>
                ))}
            </ol>
        </nav>
    );
}

/** One heading is the title. */
export function hasStructure(passages: Passage[]): boolean {
    return passages.filter(isHeading).length > 1;
}

function isHeading({kind}: Passage): boolean {
    return kind === 'heading';
}
