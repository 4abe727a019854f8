import { t } from '../../words';
import type { Passage } from '../documents/types';

/** Headings of the text, as links to their passages. */
export function Structure({ passages, open }: { passages: Passage[]; open: string }) {
  const headings = passages.filter((each) => each.kind === 'heading');
  if (headings.length < 2) return null;
  return (
    <nav class="structure" aria-label={t('reader.structure')}>
      <ol>
        {headings.map((each) => (
          <li class={`depth-${Math.min(each.anchor.split('.').length, 4)}`}>
            <a href={`#${encodeURIComponent(each.anchor)}`} aria-current={each.anchor === open ? 'location' : undefined} dir="auto">
              {each.text.slice(0, 120)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
