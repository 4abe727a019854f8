import {useState} from 'preact/hooks';
import {Problem, send} from '../api/client.ts';
import {useSession} from '../api/session.ts';
import {isLanguage, LANGUAGES} from '../state/language.ts';
import {chooseLanguage, href, useView, type View} from '../state/view.ts';
import {languageName, t} from '../words/index.ts';
import {loginAddress, ProblemNote} from './Failures.tsx';
import {NAVIGATION} from './navigation.ts';
import {Search} from './Search.tsx';
import {chooseTheme, theme, THEMES} from './theme.ts';

const START: Partial<View> = {path: '/', on: '', from: '', to: '', zoom: '', knownAt: '', filters: {}};

export function Header() {
    const [view] = useView();
    const [open, setOpen] = useState(false);
    return (
        <header class="header">
            <div class="header-row">
                {/* The start page without the times and filters of this one. */}
                <a class="brand" href={href(view, START)}>
                    {t('frame.title')}
                </a>
                <Search />
                <button type="button" class="menu-button" aria-expanded={open} onClick={() => setOpen(!open)}>
                    {t('frame.menu')}
                </button>
                <nav class={open ? 'menu open' : 'menu'} aria-label={t('frame.menu')} onClick={() => setOpen(false)}>
                    {NAVIGATION.map(({path, label}) => (
                        <a href={href(view, {path})} aria-current={view.path === path ? 'page' : undefined}>
                            {t(label)}
                        </a>
                    ))}
                </nav>
                <div class={open ? 'settings open' : 'settings'}>
                    <LanguageChoice />
                    <ThemeChoice />
                    <Login />
                </div>
            </div>
        </header>
    );
}

function LanguageChoice() {
    const [view] = useView();
    return (
        <label>
            <span class="hidden-label">{t('frame.language')}</span>
            <select
                value={view.lang}
                onChange={event => isLanguage(event.currentTarget.value) && chooseLanguage(event.currentTarget.value)}
            >
                {LANGUAGES.map(language => (
                    <option value={language} lang={language} title={languageName(language)}>
                        {language.toUpperCase()}
                    </option>
                ))}
            </select>
        </label>
    );
}

function ThemeChoice() {
    const [chosen, setChosen] = useState(theme());
    return (
        <label>
            <span class="hidden-label">{t('frame.theme')}</span>
            <select
                value={chosen}
                onChange={event => {
                    const next = THEMES.find(one => one === event.currentTarget.value)!;
                    chooseTheme(next);
                    setChosen(next);
                }}
            >
                {THEMES.map(one => (
                    <option value={one}>{t(`frame.theme.${one}`)}</option>
                ))}
            </select>
        </label>
    );
}

function Login() {
    const session = useSession();
    const [problem, setProblem] = useState<Problem>();
    // Its address has the page to return to, so it follows the view.
    useView();
    if (session.authenticated) {
        return (
            <span class="row">
                <bdi class="soft">{session.name ?? session.subject}</bdi>
                {session.csrfToken && (
                    <button type="button" class="plain" onClick={() => void logout().then(setProblem)}>
                        {t('frame.logout')}
                    </button>
                )}
                {problem && <ProblemNote problem={problem} />}
            </span>
        );
    }
    return session.login ? (
        <a class="button" href={loginAddress(session.login)}>
            {t('frame.login')}
        </a>
    ) : null;
}

/** Leaves the page, so that nothing of the session stays on it. Returns why that failed. */
async function logout(): Promise<Problem | undefined> {
    try {
        const {data} = await send<{location?: string | null}>('POST', '/logout', {});
        location.assign(data.location ?? '/');
        return undefined;
    } catch (problem) {
        if (problem instanceof Problem) {
            return problem;
        }
        throw problem;
    }
}
