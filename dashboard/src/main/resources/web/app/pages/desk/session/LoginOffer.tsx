import {useState} from 'preact/hooks';
import {forgetAnswers} from '../../../api/cache.ts';
import {renewSession, useSession} from '../../../api/session.ts';
import {mayPasteToken, pasteToken} from '../../../api/token.ts';
import {wakeLive} from '../../../live/live.ts';
import {loginAddress} from '../../../shell/Failures.tsx';
import {t} from '../../../words/index.ts';

/** The ways to log in: at the OpenID provider, or with a pasted token on the machine itself. */
export function LoginOffer() {
    const {authenticated, login} = useSession();
    if (authenticated) {
        return null;
    }
    return (
        <div class="login">
            {login && (
                <a class="button primary" href={loginAddress(login)}>
                    {t('frame.login')}
                </a>
            )}
            {mayPasteToken() && <TokenForm />}
            {!login && !mayPasteToken() && <p>{t('session.no-login')}</p>}
        </div>
    );
}

function TokenForm() {
    const [token, setToken] = useState('');
    const [refused, setRefused] = useState(false);
    const submit = async (event: Event) => {
        event.preventDefault();
        setRefused(!(await acceptToken(token.trim())));
    };
    return (
        <form class="token" onSubmit={submit}>
            <label for="token">{t('session.token')}</label>
            <input
                id="token"
                type="password"
                autocomplete="off"
                required
                value={token}
                aria-describedby="token-help"
                aria-invalid={refused}
                onInput={event => setToken(event.currentTarget.value)}
            />
            <button type="submit">{t('session.use')}</button>
            <p class="help" id="token-help">
                {t('session.token.help')} <code>./depositary token --role curator</code>
            </p>
            {refused && (
                <p class="field-problem" role="alert">
                    {t('session.token.refused')}
                </p>
            )}
        </form>
    );
}

/** Takes a token for this tab if the register accepts it. */
async function acceptToken(token: string): Promise<boolean> {
    const answer = await fetch('/api/session', {headers: {Authorization: `Bearer ${token}`}, cache: 'no-store'});
    if (!answer.ok) {
        return false;
    }
    changeToken(token);
    return true;
}

/** Forgets the answers of reads, because another role may see less. */
export function changeToken(token: string | null): void {
    pasteToken(token);
    forgetAnswers();
    renewSession();
    wakeLive(token);
}
