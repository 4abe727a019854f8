import {useEffect, useRef, useState} from 'preact/hooks';
import {isEmbedded} from '../state/embedded.ts';
import {useView} from '../state/view.ts';
import {t} from '../words/index.ts';
import {AsOfBar} from './AsOfBar.tsx';
import {ConnectionBanner, ErrorBoundary} from './Failures.tsx';
import {FactPanel} from '../facts/FactPanel.tsx';
import {Footer} from './Footer.tsx';
import {Header} from './Header.tsx';
import {pageOf, type Page, type Route} from './routes.ts';

export function App() {
    const [view] = useView();
    if (isEmbedded) {
        return (
            <main id="main" class="bare">
                <ErrorBoundary>
                    <CurrentPage path={view.path} />
                </ErrorBoundary>
            </main>
        );
    }
    return (
        <>
            <a class="skip" href="#main">
                {t('frame.skip')}
            </a>
            <Header />
            <AsOfBar />
            <ConnectionBanner />
            <div class="stage">
                <main id="main" tabIndex={-1}>
                    <ErrorBoundary key={view.path}>
                        <CurrentPage path={view.path} />
                    </ErrorBoundary>
                </main>
                {view.open && (
                    <ErrorBoundary key={view.open}>
                        <FactPanel url={view.open} />
                    </ErrorBoundary>
                )}
            </div>
            <Footer />
        </>
    );
}

function CurrentPage({path}: {path: string}) {
    const found = pageOf(path);
    const {page: Loaded, failed} = useLoaded(found?.route);
    useFocusOnMove(path, Loaded !== undefined);
    if (!found) {
        return <NoPage />;
    }
    if (!Loaded && failed) {
        return <p role="alert">{t('problem.page')}</p>;
    }
    return Loaded ? <Loaded key={path} parameters={found.parameters} /> : <p class="soft" aria-busy="true">{t('frame.loading')}</p>;
}

const pages = new Map<Route, Page>();

/** After an upgrade, an old page can fail to load. */
function useLoaded(route: Route | undefined): {page?: Page | undefined; failed: boolean} {
    const [failed, setFailed] = useState<Route>();
    const [, redraw] = useState(0);
    useEffect(() => {
        setFailed(undefined);
        if (route && !pages.has(route)) {
            route.load().then(
                page => {
                    pages.set(route, page);
                    redraw(count => count + 1);
                },
                error => {
                    console.error(error);
                    setFailed(route);
                },
            );
        }
    }, [route]);
    return {page: route && pages.get(route), failed: route !== undefined && failed === route};
}

/** After a move, a screen reader starts at the new page. */
function useFocusOnMove(path: string, isLoaded: boolean): void {
    const last = useRef(path);
    useEffect(() => {
        if (isLoaded && last.current !== path) {
            last.current = path;
            document.getElementById('main')?.focus({preventScroll: true});
        }
    }, [path, isLoaded]);
}

function NoPage() {
    return (
        <section class="page">
            <h1>{t('problem.not-found')}</h1>
            <p>{t('problem.no-page')}</p>
            <p>
                <a href="/">{t('problem.start')}</a>
            </p>
        </section>
    );
}
