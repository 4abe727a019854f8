import {useState} from 'preact/hooks';
import {send} from '../../../api/client.ts';
import {t} from '../../../words/index.ts';
import {CommandForm} from '../CommandForm.tsx';
import {Dialog} from '../fact/Dialog.tsx';
import {REASON} from '../form/commonFields.ts';
import type {Values} from '../form/values.ts';
import type {ParkedItem} from './types.ts';

/** A dismissed record is never read, so the reason is kept with it. */
export function DismissDialog({item, onClose}: {item: ParkedItem; onClose(): void}) {
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
