import type {ComponentChildren} from 'preact';
import {useEffect, useRef} from 'preact/hooks';
import {asOf} from '../../dates/day.ts';
import {dayText} from '../../dates/text.ts';
import {FactPanel} from '../../facts/FactPanel.tsx';
import {fullView} from '../../state/embedded.ts';
import {href, useView} from '../../state/view.ts';
import {t} from '../../words/index.ts';
import {useTitle} from '../useTitle.ts';
import {reportHeight} from './height.ts';

interface EmbedFrameProps {
    title: string;
    /** The time that the chart shows, in words. Without it: the as-of day. */
    time?: string;
    children: ComponentChildren;
}

/** What is around every embedded chart: its title, its source, and the fact that a reader opened. */
export function EmbedFrame({title, time, children}: EmbedFrameProps) {
    const [view] = useView();
    const content = useRef<HTMLDivElement>(null);
    useEffect(() => reportHeight(content.current!), []);
    useTitle(title);
    return (
        <div class="embed" ref={content}>
            <h1 class="embed-title" dir="auto">
                {title}
            </h1>
            {children}
            {view.open && <FactPanel url={view.open} />}
            <p class="embed-source">
                <span>{time ?? t('timeline.as-of', {day: dayText(asOf(view))})}</span>
                <a href={href(view, fullView(view))} target="_blank" rel="noopener">
                    {t('embed.source', {host: location.host})}
                </a>
            </p>
        </div>
    );
}
