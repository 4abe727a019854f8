import type {ComponentChildren} from 'preact';
import {useMemo} from 'preact/hooks';
import {readAddress, type Parameters} from '../api/address.ts';
import type {Read} from '../api/client.ts';
import type {TimelineItem} from '../api/types.ts';
import {ChartFrame, type Column} from '../charts/ChartFrame.tsx';
import type {RowsOf} from '../charts/timeline/rows.ts';
import {endOf, standing, startOf} from '../charts/timeline/spans.ts';
import {Timeline} from '../charts/timeline/Timeline.tsx';
import {formatZoom, parseZoom, zoomed, type Period} from '../charts/timeline/viewport.ts';
import {dayNumber, today} from '../dates/day.ts';
import {dateText} from '../dates/text.ts';
import {ReadResult} from '../shell/Failures.tsx';
import {useLifeOf} from '../state/life.ts';
import {href, useView} from '../state/view.ts';
import {t, word} from '../words/index.ts';

const MARGIN_DAYS = 200;

interface TimelineSectionProps {
    /** Of the list of spans. */
    path: string;
    of: RowsOf;
    read: Read<TimelineItem[]>;
    /** Spans of other organisations are drawn as those of predecessors. */
    organization?: string | undefined;
    csvParameters?: Parameters;
    controls?: ComponentChildren;
}

/** The timeline in its frame, with its controls. The slider of the day covers the same time. */
export function TimelineSection({path, of, read, organization, csvParameters, controls}: TimelineSectionProps) {
    const [view] = useView();
    const items = read.data ?? NONE;
    const whole = useMemo(() => wholeTime(items), [items]);
    useLifeOf(items.length > 0 ? whole : undefined);
    return (
        <ChartFrame
            title={of === 'party' ? t('timeline.title') : t('party.timeline')}
            rows={items}
            read={read}
            columns={columns(of)}
            embed={path.replace('/api/', '/embed/')}
            csv={readAddress(`${path}.csv`, {...csvParameters, on: undefined}, view)}
            controls={
                <>
                    {controls}
                    {(items.length > 0 || read.loading) && <ZoomButtons whole={whole} loading={items.length === 0} />}
                </>
            }
        >
            <ReadResult read={read}>
                {spans =>
                    spans.length > 0 ? (
                        <Timeline items={spans} of={of} whole={whole} organization={organization} />
                    ) : (
                        <p class="empty">{t('timeline.none')}</p>
                    )
                }
            </ReadResult>
        </ChartFrame>
    );
}

const NONE: TimelineItem[] = [];

/** From a little before the first span to now, or to the last date in the future. */
function wholeTime(items: TimelineItem[]): Period {
    const now = dayNumber(today());
    const start = items.reduce((first, span) => Math.min(first, startOf(span, now)), now - 3_650);
    const end = items.reduce((last, span) => Math.max(last, endOf(span, now)), now);
    return {start: start - MARGIN_DAYS, end};
}

/** Shown, but disabled, while the chart loads: buttons that appear later would move it. */
function ZoomButtons({whole, loading}: {whole: Period; loading: boolean}) {
    const [view, change] = useView();
    const period = parseZoom(view.zoom, whole);
    const zoom = (factor: number) =>
        change({zoom: formatZoom(zoomed(period, factor, (period.start + period.end) / 2, whole), whole)}, {replace: true});
    return (
        <>
            <button type="button" aria-label={t('timeline.zoom-out')} disabled={loading || !view.zoom} onClick={() => zoom(1.5)}>
                −
            </button>
            <button type="button" aria-label={t('timeline.zoom-in')} disabled={loading} onClick={() => zoom(1 / 1.5)}>
                +
            </button>
            <button type="button" disabled={loading || !view.zoom} onClick={() => change({zoom: ''}, {replace: true})}>
                {t('timeline.whole')}
            </button>
        </>
    );
}

function columns(of: RowsOf): Column<TimelineItem>[] {
    const party: Column<TimelineItem> = {label: t('field.party'), value: span => span.name};
    const organization: Column<TimelineItem> = {label: t('field.organization'), value: span => span.organizationName};
    return [
        ...(of === 'party' ? [party, organization] : [organization, party]),
        {label: t('field.status'), value: span => word('status', standing(span))},
        {label: t('timeline.since'), value: span => dateText(span.since), cell: span => <Opened span={span} />},
        {label: t('timeline.until'), value: span => dateText(span.until), cell: span => <Closed span={span} />},
        {label: t('timeline.covered-until'), value: span => dateText(span.coveredUntil)},
        {label: t('fact.disputed'), value: span => (span.disputed ? '⚑' : '')},
    ];
}

function Opened({span}: {span: TimelineItem}) {
    const [view] = useView();
    return <a href={href(view, {open: span.opened})}>{dateText(span.since)}</a>;
}

function Closed({span}: {span: TimelineItem}) {
    const [view] = useView();
    const day = dateText(span.until);
    return span.closed ? <a href={href(view, {open: span.closed})}>{day}</a> : <>{day}</>;
}
