import type {ComponentChildren} from 'preact';
import {t} from '../../words/index.ts';

export interface NamedRow {
    row: string;
    name: string;
}

interface Props {
    /** Former states, which are drawn on the land of others. */
    former: readonly NamedRow[];
    /** Rows without a place on the map. */
    elsewhere: readonly NamedRow[];
    /** The legend. */
    children: ComponentChildren;
}

/** What a reader must know about the map. A row that the map cannot show stands here as its mark. */
export function MapNotes({former, elsewhere, children}: Props) {
    return (
        <>
            {children}
            <div class="map-notes small">
                <NameList text="map.elsewhere" rows={elsewhere} areMarks={true} />
                <NameList text="map.former" rows={former} areMarks={false} />
                <p class="soft">{t('map.borders')}</p>
            </div>
        </>
    );
}

/** So many names can need a scroll bar. */
const MANY = 20;

interface ListProps {
    text: 'map.elsewhere' | 'map.former';
    rows: readonly NamedRow[];
    areMarks: boolean;
}

function NameList({text, rows, areMarks}: ListProps) {
    if (rows.length === 0) {
        return null;
    }
    const [before, after] = t(text, {names: '\u0000'}).split('\u0000');
    return (
        <p class="map-rows" tabIndex={rows.length > MANY ? 0 : undefined}>
            {before}
            {rows.map(({row, name}, n) => (
                <span key={row} data-row={areMarks ? row : undefined}>
                    {n > 0 && ', '}
                    <bdi>{name}</bdi>
                </span>
            ))}
            {after}
        </p>
    );
}
