import {useEffect, useRef} from 'preact/hooks';
import {useRead} from '../api/client.ts';
import type {Fact} from '../api/types.ts';
import {instantText} from '../dates/text.ts';
import {CuratorClaimTools, CuratorTools} from '../pages/desk/fact/CuratorTools.tsx';
import {ReadResult} from '../shell/Failures.tsx';
import {useView} from '../state/view.ts';
import {t} from '../words/index.ts';
import {Cite} from './Cite.tsx';
import {Claims} from './Claims.tsx';
import {Fields, NamesInPanel} from './Fields.tsx';
import {useDayOfFact} from './dayOfFact.ts';
import {Recordings} from './Recordings.tsx';
import {factSentence} from './sentence.ts';
import {Sources} from './Sources.tsx';
import {useFactNames} from './useFactNames.ts';

/** What a fact says, who says so, and since when the register knows it. */
export function FactPanel({url}: {url: string}) {
    const [, change] = useView();
    const fact = useRead<Fact>(url, {on: undefined});
    const moved = useDayOfFact(fact.data);
    const panel = useRef<HTMLElement>(null);
    useEffect(() => takeFocus(panel.current!), [url]);
    return (
        <aside
            class="panel"
            aria-label={t('fact.panel')}
            tabIndex={-1}
            ref={panel}
            onKeyDown={event => event.key === 'Escape' && change({open: ''})}
        >
            <div class="fact">
                <div class="fact-head">
                    <Sentence url={url} fact={fact.data} />
                    <button type="button" onClick={() => change({open: ''})}>
                        {t('frame.close')}
                    </button>
                </div>
                {moved && <p class="tag warning">{moved}</p>}
                <ReadResult read={fact}>{data => <FactBody fact={data} reload={fact.reload} />}</ReadResult>
            </div>
        </aside>
    );
}

/** Moves the focus to an element. The returned function gives it back to where it was, or to the page if that is gone. */
function takeFocus(element: HTMLElement): () => void {
    const before = document.activeElement as HTMLElement | SVGElement | null;
    element.focus({preventScroll: true});
    return () => {
        if (element.contains(document.activeElement)) {
            const after = before?.isConnected ? before : document.getElementById('main');
            after?.focus({preventScroll: true});
        }
    };
}

function Sentence({url, fact}: {url: string; fact: Fact | undefined}) {
    const names = useFactNames(fact ? [fact] : []);
    return <h2 dir="auto">{fact && names ? factSentence(url, fact, names) : t('fact.panel')}</h2>;
}

function FactBody({fact, reload}: {fact: Fact; reload(): void}) {
    const [view] = useView();
    // A command changes what the register knows now, not what this view shows.
    const showsPresent = view.knownAt === '';
    const names = useFactNames([fact]);
    return (
        <NamesInPanel.Provider value={names}>
            <Standing fact={fact} />
            {showsPresent && <CuratorTools fact={fact} onDone={reload} />}
            <section>
                <h3>{t('fact.sources')}</h3>
                <Sources sources={fact.sources} />
            </section>
            {fact.claims && fact.claims.length > 0 && (
                <section>
                    <h3>{t('fact.claims')}</h3>
                    <Claims
                        claims={fact.claims}
                        tools={claim =>
                            showsPresent && <CuratorClaimTools fact={fact} claim={claim} onDone={reload} />
                        }
                    />
                </section>
            )}
            <section>
                <h3>{t('fact.fields')}</h3>
                <Fields fact={fact} />
            </section>
            {fact.recordings && (
                <section>
                    <h3>{t('fact.recordings')}</h3>
                    <Recordings recordings={fact.recordings} />
                </section>
            )}
            <section>
                <h3>{t('fact.cite')}</h3>
                <Cite url={fact.url} />
            </section>
        </NamesInPanel.Provider>
    );
}

function Standing({fact}: {fact: Fact}) {
    const checked = fact.lastVerified;
    return (
        <>
            {fact.retracted && <p class="tag warning">{t('fact.retracted', {reason: fact.retracted.reason})}</p>}
            {fact.disputed && <p class="tag warning">⚑ {t('fact.disputed')}</p>}
            {fact.warnings?.map(warning => (
                <p class="tag warning">⚠ {warning}</p>
            ))}
            {checked && (
                <p class="small soft">{t('fact.verified', {instant: instantText(checked.at), actor: checked.actor})}</p>
            )}
        </>
    );
}
