import {useEffect, useRef} from 'preact/hooks';
import {href, useView} from '../../../state/view.ts';
import {t} from '../../../words/index.ts';
import type {Command} from '../commands.ts';
import type {Recorded} from '../write.ts';

/** Confirms that a fact is recorded, and links to it. */
export function RecordedNotice({
    command,
    owner,
    recorded,
    onAgain,
}: {
    command: Command;
    owner: string;
    recorded: Recorded;
    onAgain(): void;
}) {
    const [view] = useView();
    const notice = useRef<HTMLDivElement>(null);
    useEffect(() => notice.current?.focus(), [recorded.location]);
    const organization =
        command.of === 'organization' && href(view, {path: `/organizations/${owner}`, filters: {}, tab: ''});
    return (
        <div class="notice done" role="status" tabIndex={-1} ref={notice}>
            <p>
                {t('record.done')} <a href={href(view, {open: recorded.location})}>{t('record.show')}</a>
            </p>
            {recorded.warnings?.map(each => (
                <p class="warn" key={each}>
                    ⚠ {each}
                </p>
            ))}
            <p class="row">
                {organization && <a href={organization}>{t('record.timeline')}</a>}
                <button type="button" onClick={onAgain}>
                    {t('record.another')}
                </button>
            </p>
        </div>
    );
}
