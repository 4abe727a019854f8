import {useState} from 'preact/hooks';
import {Problem, send, useRead} from '../../../api/client.ts';
import type {ListPage} from '../../../api/types.ts';
import {instantText} from '../../../dates/text.ts';
import {ReadResult} from '../../../shell/Failures.tsx';
import {t} from '../../../words/index.ts';
import {CommandForm} from '../CommandForm.tsx';
import {Dialog} from '../fact/Dialog.tsx';
import {REASON} from '../form/commonFields.ts';
import type {Values} from '../form/values.ts';
import {ProblemOfCommand} from '../ProblemOfCommand.tsx';

interface ParkedItem {
    id: string;
    reason: 'gap' | 'fork' | 'malformed' | 'unreadable';
    detail: string;
    stream?: string;
    version?: number;
    projector?: string;
    since: string;
}

/** Records and streams that could not be read. They are retried, or dismissed with a reason. */
export function ParkedTab() {
    const parked = useRead<ListPage<ParkedItem>>('/api/parked', {limit: '200'});
    const [dismissed, setDismissed] = useState<ParkedItem>();
    const [problem, setProblem] = useState<Problem>();
    const replay = async (stream?: string) => {
        const query = stream ? `?stream=${encodeURIComponent(stream)}` : '';
        setProblem(await refusal(send('POST', `/api/parked/replay${query}`, {})));
        parked.reload();
    };
    return (
        <section aria-labelledby="parked-title">
            <h2 id="parked-title">{t('parked.title')}</h2>
            <p class="soft">{t('parked.help')}</p>
            {problem && <ProblemOfCommand problem={problem} />}
            <ReadResult read={parked}>
                {({items}) =>
                    items.length === 0 ? (
                        <p role="status">{t('parked.none')}</p>
                    ) : (
                        <>
                            <button type="button" onClick={() => void replay()}>
                                {t('parked.replay-all')}
                            </button>
                            <ParkedTable
                                items={items}
                                onReplay={stream => void replay(stream)}
                                onDismiss={setDismissed}
                            />
                        </>
                    )
                }
            </ReadResult>
            {dismissed && (
                <DismissDialog
                    item={dismissed}
                    onClose={() => {
                        setDismissed(undefined);
                        parked.reload();
                    }}
                />
            )}
        </section>
    );
}

function ParkedTable({
    items,
    onReplay,
    onDismiss,
}: {
    items: ParkedItem[];
    onReplay(stream: string): void;
    onDismiss(item: ParkedItem): void;
}) {
    return (
        <div class="scroll">
            <table>
                <thead>
                    <tr>
                        <th>{t('parked.stream')}</th>
                        <th>{t('parked.reason')}</th>
                        <th>{t('parked.since')}</th>
                        <th>{t('parked.actions')}</th>
                    </tr>
                </thead>
                <tbody>
                    {items.map(each => (
                        <tr key={each.id}>
                            <td>
                                <code>{each.stream ?? each.id}</code> {each.version && `@${each.version}`}
                            </td>
                            <td>
                                <strong>{each.reason}</strong> {each.detail}
                            </td>
                            <td>{instantText(each.since)}</td>
                            <td class="row">
                                {each.stream && (
                                    <button type="button" onClick={() => onReplay(each.stream!)}>
                                        {t('parked.replay')}
                                    </button>
                                )}
                                {each.reason !== 'unreadable' && (
                                    <button type="button" onClick={() => onDismiss(each)}>
                                        {t('parked.dismiss')}
                                    </button>
                                )}
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}

function DismissDialog({item, onClose}: {item: ParkedItem; onClose(): void}) {
    const [values, setValues] = useState<Values>({});
    const dismiss = async (body: Values) => {
        await send('POST', `/api/parked/${encodeURIComponent(item.id)}/dismissal`, body);
        onClose();
    };
    return (
        <Dialog title={t('parked.dismiss')} onClose={onClose}>
            <p>
                <code>{item.stream ?? item.id}</code> {t('parked.dismiss.help')}
            </p>
            <CommandForm
                fields={[REASON]}
                values={values}
                label={t('parked.dismiss')}
                onChange={setValues}
                onSend={dismiss}
            />
        </Dialog>
    );
}

async function refusal(sent: Promise<unknown>): Promise<Problem | undefined> {
    try {
        await sent;
        return undefined;
    } catch (problem) {
        return problem as Problem;
    }
}
