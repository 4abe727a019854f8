import {useEffect, useRef, useState} from 'preact/hooks';
import {instantText} from '../../../dates/text.ts';
import {ProblemNote} from '../../../shell/Failures.tsx';
import {href, useView} from '../../../state/view.ts';
import {number, t} from '../../../words/index.ts';
import {Decisions} from './Decisions.tsx';
import {HeldWhy} from './HeldWhy.tsx';
import {StatusTag} from './StatusTag.tsx';
import type {ListedImport} from './types.ts';
import {refreshImports, useImports, type Imports} from './useImports.ts';

const FIRST = 20;
const MORE = 100;
/** The interface gives no larger pages. */
const MOST = 1000;

/** The imports that anybody sent. Held ones are first. */
export function ImportList({open}: {open: string}) {
    const [limit, setLimit] = useState(FIRST);
    const imports = useImports(limit);
    const {items, more, loading, problem} = imports;
    return (
        <section class="import-list" aria-labelledby="imports-title" aria-busy={loading && items.length === 0}>
            <h2 id="imports-title">{t('import.list')}</h2>
            <p role="status">{heldText(imports)}</p>
            {problem && <ProblemNote problem={problem} reload={refreshImports} />}
            {items.length > 0 && <ImportTable items={items} open={open} />}
            {more && limit < MOST && (
                <button type="button" onClick={() => setLimit(Math.min(limit + MORE, MOST))}>
                    {t('import.older')}
                </button>
            )}
        </section>
    );
}

/** Nothing is said of kinds that were not read. */
function heldText({items, complete}: Imports): string {
    const held = items.filter(each => each.status === 'held').length;
    if (held > 0) {
        return t('import.held-wait', {count: held});
    }
    return complete ? t('import.none-held') : '';
}

function ImportTable({items, open}: {items: ListedImport[]; open: string}) {
    return (
        <div class="scroll">
            <table>
                <thead>
                    <tr>
                        <th>{t('import.status')}</th>
                        <th>{t('import.set')}</th>
                        <th>{t('import.kind-of-rows')}</th>
                        <th class="number">{t('import.rows')}</th>
                        <th>{t('import.sent-at')}</th>
                        <th>{t('import.by')}</th>
                        <th>{t('import.would')}</th>
                        <th>{t('import.decide')}</th>
                    </tr>
                </thead>
                <tbody>
                    {items.map(each => (
                        <ImportRow key={each.id} item={each} isOpen={each.id === open} />
                    ))}
                </tbody>
            </table>
        </div>
    );
}

/** After a decision the pressed button goes, and the row can move. The focus then goes to the link of the row. */
function useLinkWithFocus({status}: ListedImport) {
    const link = useRef<HTMLAnchorElement>(null);
    const decided = useRef(false);
    useEffect(() => {
        if (decided.current) {
            decided.current = false;
            link.current?.focus();
        }
    }, [status]);
    const onDecision = (isAccepted: boolean) => {
        decided.current = isAccepted;
        refreshImports();
    };
    return {link, onDecision};
}

function ImportRow({item, isOpen}: {item: ListedImport; isOpen: boolean}) {
    const [view] = useView();
    const {link, onDecision} = useLinkWithFocus(item);
    return (
        <tr class={item.status === 'held' ? 'held' : undefined}>
            <td>
                <StatusTag data={item} />
            </td>
            <td class="set">
                <a
                    ref={link}
                    href={href(view, {filters: {import: item.id}})}
                    aria-current={isOpen ? 'true' : undefined}
                >
                    <bdi>{item.set}</bdi>
                </a>
            </td>
            <td>{t(`import.${item.kind}`)}</td>
            <td class="number">{number(item.rows)}</td>
            <td>
                <time dateTime={item.sentAt}>{instantText(item.sentAt)} UTC</time>
            </td>
            <td>
                <bdi>{item.actor}</bdi>
            </td>
            <td class="would">
                <HeldWhy data={item} />
            </td>
            <td>
                <Decisions data={item} inList onDone={onDecision} />
            </td>
        </tr>
    );
}
