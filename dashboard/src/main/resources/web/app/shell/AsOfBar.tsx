import {asOf, dayNumber, isoDay, today, yearOf} from '../dates/day.ts';
import {dayText} from '../dates/text.ts';
import {useLife, type Life} from '../state/life.ts';
import {useMovingView, type View} from '../state/view.ts';
import {t} from '../words/index.ts';
import {LiveStatus} from '../live/LiveStatus.tsx';
import {DayInput} from './DayInput.tsx';
import {KnownAt, KnownAtBanner} from './KnownAt.tsx';
import {YearField} from './YearField.tsx';

type Change = (change: Partial<View>, options?: {replace?: boolean}) => void;

/** The time controls: the effective axis, and apart from it the axis of knowledge. */
export function AsOfBar() {
    const [view, change] = useMovingView();
    const life = useLife();
    const isRange = view.from !== '' || view.to !== '';
    return (
        <section class="as-of" aria-label={t('time.mode')}>
            <div class="as-of-row">
                {isRange ? (
                    <RangeFields view={view} change={change} />
                ) : (
                    <DayField view={view} change={change} life={life} />
                )}
                <div class="segments" role="group" aria-label={t('time.mode')}>
                    <button type="button" aria-pressed={!isRange} onClick={() => change({from: '', to: ''})}>
                        {t('time.day')}
                    </button>
                    <button type="button" aria-pressed={isRange} onClick={() => isRange || change(wholeRange(life))}>
                        {t('time.range')}
                    </button>
                </div>
                <KnownAt />
                <LiveStatus />
            </div>
            <KnownAtBanner />
        </section>
    );
}

function wholeRange(life: Life): Partial<View> {
    return {from: String(yearOf(life.start)), to: String(yearOf(life.end))};
}

function DayField({view, change, life}: {view: View; change: Change; life: Life}) {
    const day = asOf(view);
    const move = (next: string, replace = false) => change({on: next === today() ? '' : next}, {replace});
    const start = Math.min(life.start, dayNumber(day));
    const end = Math.max(life.end, dayNumber(day));
    return (
        <>
            <label class="row">
                <span class="as-of-label">{t('time.as-of')}</span>
                <DayInput class="day" day={day} onDay={move} />
            </label>
            <label class="slider">
                <span class="hidden-label">{t('time.slider')}</span>
                <span class="small soft" aria-hidden="true">
                    {yearOf(start)}
                </span>
                <input
                    type="range"
                    min={start}
                    max={end}
                    value={dayNumber(day)}
                    aria-valuetext={dayText(day)}
                    onInput={event => move(isoDay(event.currentTarget.valueAsNumber), true)}
                />
                <span class="small soft" aria-hidden="true">
                    {yearOf(end)}
                </span>
            </label>
            <button type="button" disabled={view.on === ''} onClick={() => move(today())}>
                {t('time.today')}
            </button>
        </>
    );
}

function RangeFields({view, change}: {view: View; change: Change}) {
    return (
        <>
            <YearField label={t('time.from')} value={view.from} onChange={from => change({from})} />
            <YearField label={t('time.to')} value={view.to} onChange={to => change({to})} />
        </>
    );
}
