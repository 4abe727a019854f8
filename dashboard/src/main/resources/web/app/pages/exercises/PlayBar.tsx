import {edtfText} from '../../dates/text.ts';
import {t} from '../../words/index.ts';
import {monthAt, monthNumber, monthsOf, nextStart, type Life, type Month} from './moments.ts';
import type {ExerciseItem} from './types.ts';
import {usePlayer} from './usePlayer.ts';

interface Props {
    items: ExerciseItem[];
    month: Month;
    onMonth: (month: Month) => void;
}

/** Moves the map through time. */
export function PlayBar({items, month, onMonth}: Props) {
    const periods = items.map(item => item.dates);
    const life = monthsOf(periods);
    const player = usePlayer(periods, life, month, onMonth);
    const jump = (direction: 1 | -1) => onMonth(nextStart(periods, month, direction) ?? month);
    const showAll = () => {
        player.stop();
        onMonth('');
    };
    if (!life) {
        return null;
    }
    return (
        <div class="play-bar">
            <button
                type="button"
                class="play"
                aria-label={t(player.playing ? 'play.stop' : 'play.start')}
                onClick={player.toggle}
            >
                {player.playing ? '❚❚' : '▶'}
            </button>
            <button type="button" aria-label={t('play.back')} onClick={() => jump(-1)}>
                ‹
            </button>
            <button type="button" aria-label={t('play.on')} onClick={() => jump(1)}>
                ›
            </button>
            <MonthSlider life={life} month={month} onMonth={onMonth} />
            <button type="button" disabled={month === ''} onClick={showAll}>
                {t('play.whole')}
            </button>
        </div>
    );
}

function MonthSlider({life, month, onMonth}: {life: Life; month: Month; onMonth: (month: Month) => void}) {
    return (
        <label class="slider">
            <span class="hidden-label">{t('play.month')}</span>
            <span class="small soft" aria-hidden="true">
                {life.first.slice(0, 4)}
            </span>
            <input
                type="range"
                min={monthNumber(life.first)}
                max={monthNumber(life.last)}
                value={monthNumber(month || life.last)}
                aria-valuetext={month ? edtfText(month) : t('play.whole')}
                onInput={event => onMonth(monthAt(event.currentTarget.valueAsNumber))}
            />
            <span class="small soft" aria-hidden="true">
                {life.last.slice(0, 4)}
            </span>
        </label>
    );
}
