import {instantText} from '../../../dates/text.ts';
import {t} from '../../../words/index.ts';
import type {ParkedItem} from './types.ts';

interface ParkedTableProps {
    items: ParkedItem[];
    onReplay(stream: string): void;
    onDismiss(item: ParkedItem): void;
}

export function ParkedTable({items, onReplay, onDismiss}: ParkedTableProps) {
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
                        <ParkedRow key={each.id} item={each} onReplay={onReplay} onDismiss={onDismiss} />
                    ))}
                </tbody>
            </table>
        </div>
    );
}

function ParkedRow({item, onReplay, onDismiss}: Omit<ParkedTableProps, 'items'> & {item: ParkedItem}) {
    return (
        <tr>
            <td>
                <code>{item.stream ?? item.id}</code> {item.version && `@${item.version}`}
            </td>
            <td>
                <strong>{item.reason}</strong> {item.detail}
            </td>
            <td>{instantText(item.since)} UTC</td>
            <td class="row">
                {item.stream && (
                    <button type="button" onClick={() => onReplay(item.stream!)}>
                        {t('parked.replay')}
                    </button>
                )}
                {item.reason !== 'unreadable' && (
                    <button type="button" onClick={() => onDismiss(item)}>
                        {t('parked.dismiss')}
                    </button>
                )}
            </td>
        </tr>
    );
}
