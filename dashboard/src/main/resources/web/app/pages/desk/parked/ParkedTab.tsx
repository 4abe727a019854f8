import {useState} from 'preact/hooks';
import {send, useRead, type Problem} from '../../../api/client.ts';
import type {ListPage} from '../../../api/types.ts';
import {ReadResult} from '../../../shell/Failures.tsx';
import {useView} from '../../../state/view.ts';
import {t} from '../../../words/index.ts';
import {PageLinks} from '../../PageLinks.tsx';
import {ProblemOfCommand} from '../ProblemOfCommand.tsx';
import {refusalOf} from '../refusal.ts';
import {DismissDialog} from './DismissDialog.tsx';
import {ParkedTable} from './ParkedTable.tsx';
import type {ParkedItem} from './types.ts';

const PAGE_SIZE = '200';

/** Records and streams that could not be read. They are retried, or dismissed with a reason. */
export function ParkedTab() {
    const [view] = useView();
    const parked = useRead<ListPage<ParkedItem>>('/api/parked', {limit: PAGE_SIZE, after: view.filters.after});
    const [dismissed, setDismissed] = useState<ParkedItem>();
    const [problem, setProblem] = useState<Problem>();
    const replay = async (stream?: string) => {
        const query = stream ? `?stream=${encodeURIComponent(stream)}` : '';
        setProblem(await refusalOf(send('POST', `/api/parked/replay${query}`, {})));
        parked.reload();
    };
    return (
        <section aria-labelledby="parked-title">
            <h2 id="parked-title">{t('parked.title')}</h2>
            <p class="soft">{t('parked.help')}</p>
            {problem && <ProblemOfCommand problem={problem} />}
            <ReadResult read={parked}>
                {({items, next}) =>
                    items.length === 0 ? (
                        <>
                            <p role="status">{t('parked.none')}</p>
                            <PageLinks next={next} />
                        </>
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
                            <PageLinks next={next} />
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
