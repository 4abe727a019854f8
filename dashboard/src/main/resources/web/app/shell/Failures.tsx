import {Component, type ComponentChildren} from 'preact';
import {useSession} from '../api/session.ts';
import {useConnection} from '../api/connection.ts';
import type {Problem} from '../api/problem.ts';
import type {Read} from '../api/client.ts';
import {t} from '../words/index.ts';

/** Says that the gateway is gone. The reads repeat themselves when it is back. */
export function ConnectionBanner() {
    const {lost} = useConnection();
    return (
        <div role="status" class="banner-place">
            {lost && <p class="banner error">{t('problem.lost')}</p>}
        </div>
    );
}

/** Why a part of the page is empty, with the way out. */
export function ProblemNote({problem, reload}: {problem: Problem; reload?: (() => void) | undefined}) {
    const {login} = useSession();
    if (problem.status === 0) {
        return <p class="soft">{t('problem.lost')}</p>;
    }
    return (
        <div class="problem" role="alert">
            <p>{problem.status === 401 ? t('problem.login') : problem.detail || problem.title || t('problem.failed')}</p>
            <p class="row">
                {problem.status === 401 && login && (
                    <a class="button" href={loginAddress(login)}>
                        {t('frame.login')}
                    </a>
                )}
                {reload && (
                    <button type="button" onClick={reload}>
                        {t('problem.retry')}
                    </button>
                )}
            </p>
        </div>
    );
}

/** A page's own address is the place to return to. */
export function loginAddress(login: string): string {
    return `${login}?next=${encodeURIComponent(location.pathname + location.search)}`;
}

/** Several reads together cannot be repeated by one button. */
export type Readable<T> = Omit<Read<T>, 'reload'> & Partial<Pick<Read<T>, 'reload'>>;

/** The content of a read, or why there is none. */
export function ReadResult<T>({read, children}: {read: Readable<T>; children: (data: T) => ComponentChildren}) {
    if (read.data !== undefined) {
        return <div class={read.loading ? 'stale' : undefined} aria-busy={read.loading}>{children(read.data)}</div>;
    }
    return read.problem ? (
        <ProblemNote problem={read.problem} reload={read.reload} />
    ) : (
        <p class="soft loading" aria-busy="true">
            {t('frame.loading')}
        </p>
    );
}

/** A failed part does not take the frame with it. */
export class ErrorBoundary extends Component<{children: ComponentChildren}, {failed: boolean}> {
    override state = {failed: false};

    override componentDidCatch(error: unknown): void {
        console.error(error);
        this.setState({failed: true});
    }

    override render() {
        return this.state.failed ? <p role="alert">{t('problem.page')}</p> : this.props.children;
    }
}
