import type {ComponentType} from 'preact';
import {useSession, type Session} from '../../api/session.ts';
import {pastedToken} from '../../api/token.ts';
import {href, useView} from '../../state/view.ts';
import {t, type Word} from '../../words/index.ts';
import {useTitle} from '../useTitle.ts';
import {FindingsTab} from './findings/FindingsTab.tsx';
import {HeldCount} from './imports/HeldCount.tsx';
import {ImportsTab} from './imports/ImportsTab.tsx';
import {MyChangesTab} from './mine/MyChangesTab.tsx';
import {ParkedTab} from './parked/ParkedTab.tsx';
import {RecordTab} from './record/RecordTab.tsx';
import {changeToken, LoginOffer} from './session/LoginOffer.tsx';

/** The tabs of the desk. Another list of work, such as proposals, is one more row. `Count` shows how much waits there. */
const TABS: {id: string; label: Word; role: string; Tab: ComponentType; Count?: ComponentType}[] = [
    {id: 'record', label: 'desk.record', role: 'curator', Tab: RecordTab},
    {id: 'findings', label: 'desk.findings', role: 'curator', Tab: FindingsTab},
    {id: 'mine', label: 'desk.mine', role: 'curator', Tab: MyChangesTab},
    {id: 'imports', label: 'desk.imports', role: 'admin', Tab: ImportsTab, Count: HeldCount},
    {id: 'parked', label: 'desk.parked', role: 'admin', Tab: ParkedTab},
];

export function DeskPage() {
    const session = useSession();
    const [view] = useView();
    useTitle(t('desk.title'));
    const open = TABS.find(each => each.id === view.tab) ?? TABS[0]!;
    return (
        <section class="page desk">
            <h1>{t('desk.title')}</h1>
            <Identity session={session} />
            <LoginOffer />
            {session.authenticated && (
                <>
                    <nav class="tabs" aria-label={t('desk.title')}>
                        {TABS.map(({id, label, role, Count}) => (
                            <a
                                key={id}
                                href={href(view, {tab: id, filters: {}})}
                                aria-current={id === open.id ? 'page' : undefined}
                            >
                                {t(label)} {Count && mayUse(session, role) && <Count />}
                            </a>
                        ))}
                    </nav>
                    {mayUse(session, open.role) ? (
                        <open.Tab />
                    ) : (
                        <p class="notice warn">{t('desk.needs-role', {role: open.role})}</p>
                    )}
                </>
            )}
        </section>
    );
}

/** Administrators have the rights of curators. */
function mayUse({roles}: Session, role: string): boolean {
    return roles.includes(role) || roles.includes('admin');
}

function Identity({session}: {session: Session}) {
    if (!session.authenticated) {
        return <p>{t('desk.who')}</p>;
    }
    return (
        <p class="row soft">
            <span>
                {t('session.as', {name: session.name ?? session.subject ?? '', roles: session.roles.join(', ')})}
            </span>
            {pastedToken() && (
                <button type="button" onClick={() => changeToken(null)}>
                    {t('session.forget')}
                </button>
            )}
        </p>
    );
}
