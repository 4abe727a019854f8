import type {ComponentChildren} from 'preact';
import {useRef, useState} from 'preact/hooks';
import {ReadResult, type Readable} from '../shell/Failures.tsx';
import {isEmbedded} from '../state/embedded.ts';
import {useView} from '../state/view.ts';
import {t} from '../words/index.ts';
import {NoteButton, PictureButtons, TakeAwayNote, type Note} from './takeaway/TakeAway.tsx';

export interface Column<Row> {
    label: string;
    /** The text of a cell; also what is sorted and exported. */
    value: (row: Row) => string | number;
    /** The cell, if it is more than its text. */
    cell?: (row: Row) => ComponentChildren;
}

export interface ChartFrameProps<Row> {
    title: string;
    /** Its name in the URL, if the page has several charts. */
    name?: string;
    /** What the marks show. The table has the same rows. */
    rows: Row[];
    /** Where the rows come from. The table says while it is older than the view, and why it is empty. */
    read?: Readable<unknown> | undefined;
    columns: Column<Row>[];
    /** The URL of the same rows as CSV. */
    csv: string;
    /** The path of the bare page of this chart. Without it, the chart cannot be embedded. */
    embed?: string;
    /** Controls of the chart, such as zoom. */
    controls?: ComponentChildren;
    children: ComponentChildren;
}

/** A chart with its table, and what a reader can take along. */
export function ChartFrame<Row>(props: ChartFrameProps<Row>) {
    const [view, change] = useView();
    const [note, setNote] = useState<Note>('');
    const body = useRef<HTMLDivElement>(null);
    const name = props.name ?? 'table';
    const asTable = view.filters.as === name;
    const show = (table: boolean) => change({filters: {...view.filters, as: table ? name : ''}});
    return (
        <section class="chart" aria-label={props.title}>
            <div class="chart-head">
                <h2>{props.title}</h2>
                <div class="chart-actions">
                    {!asTable && props.controls}
                    <button type="button" aria-pressed={asTable} onClick={() => show(!asTable)}>
                        {t('chart.table')}
                    </button>
                    <a class="button" href={props.csv} download>
                        {t('chart.csv')}
                    </a>
                    {!asTable && <PictureButtons title={props.title} body={body} />}
                    {!isEmbedded && <NoteButton note="cite" current={note} show={setNote} />}
                    {!isEmbedded && props.embed && <NoteButton note="embed" current={note} show={setNote} />}
                </div>
            </div>
            <div class="chart-body" ref={body}>
                {asTable ? <ReadTable {...props} /> : props.children}
            </div>
            <TakeAwayNote note={note} title={props.title} embed={props.embed} />
        </section>
    );
}

function ReadTable<Row>({read, rows, columns}: ChartFrameProps<Row>) {
    const table = () => <ChartTable rows={rows} columns={columns} />;
    return read ? <ReadResult read={read}>{table}</ReadResult> : table();
}

function ChartTable<Row>({rows, columns}: {rows: Row[]; columns: Column<Row>[]}) {
    return (
        <div class="chart-table" tabIndex={0}>
            <table>
                <thead>
                    <tr>
                        {columns.map(column => (
                            <th scope="col">{column.label}</th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {rows.map(row => (
                        <tr>
                            {columns.map(column => (
                                <td dir="auto" class={typeof column.value(row) === 'number' ? 'number' : undefined}>
                                    {column.cell?.(row) ?? column.value(row)}
                                </td>
                            ))}
                        </tr>
                    ))}
                </tbody>
            </table>
            <p class="small soft">{t('chart.rows', {count: rows.length})}</p>
        </div>
    );
}
