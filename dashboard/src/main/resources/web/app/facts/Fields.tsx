import {createContext, type ComponentChildren} from 'preact';
import {useContext} from 'preact/hooks';
import type {EffectivePeriod, Fact} from '../api/types.ts';
import {periodText} from '../dates/text.ts';
import {href, useView} from '../state/view.ts';
import {codeText, prefixOf} from '../words/choices.ts';
import {languageName, number, word} from '../words/index.ts';
import type {FactNames} from './sentence.ts';

/** Shown elsewhere in the panel, or meant for programs. */
const NOT_SAID = new Set([
    'id', 'url', 'fact', 'sources', 'claims', 'recordings', 'disputed', 'retracted', 'holds', 'warnings', 'lastChanged',
    'lastVerified', 'name', 'instrumentUrls', 'strengths', 'mergedInto', 'certainty', 'changes',
]);
const PARTIES = new Set(['party', 'country', 'parties', 'attendance', 'invokedBy']);
const ORGANIZATIONS = new Set(['organization', 'organizations', 'predecessor', 'successor', 'successors']);

/** The fields of a statement, each by its kind. */
export function Fields({fact}: {fact: Fact}) {
    return <FieldList fields={Object.fromEntries(Object.entries(fact).filter(([name]) => !NOT_SAID.has(name)))} />;
}

/** The names of the parties and organisations of a panel, if they have been read. */
export const NamesInPanel = createContext<FactNames | undefined>(undefined);

export function FieldList({fields}: {fields: Record<string, unknown>}) {
    return (
        <dl>
            {Object.entries(fields)
                .filter(([, value]) => isSaid(value))
                .map(([name, value]) => (
                    <>
                        <dt>{word('field', name)}</dt>
                        <dd dir="auto">
                            <Value name={name} value={value} />
                        </dd>
                    </>
                ))}
        </dl>
    );
}

function isSaid(value: unknown): boolean {
    return value !== null && value !== undefined && !(typeof value === 'object' && Object.keys(value).length === 0);
}

function Value({name, value}: {name: string; value: unknown}): ComponentChildren {
    if (Array.isArray(value)) {
        return value.map((one, index) => [index > 0 && ', ', <Value name={name} value={one} />]);
    }
    if (typeof value === 'object' && value !== null) {
        return isDate(value) ? periodText(value) : <Parts name={name} value={value as Record<string, unknown>} />;
    }
    if (typeof value === 'number') {
        return number(value);
    }
    if (typeof value === 'boolean') {
        return value ? '✓' : '—';
    }
    return <Text name={name} text={String(value)} />;
}

function Text({name, text}: {name: string; text: string}) {
    const [view] = useView();
    const names = useContext(NamesInPanel);
    if (PARTIES.has(name)) {
        return (
            <a href={href(view, {path: `/parties/${encodeURIComponent(text)}`})}>
                <bdi>{names?.party(text) ?? text}</bdi>
            </a>
        );
    }
    if (ORGANIZATIONS.has(name)) {
        return (
            <a href={href(view, {path: `/organizations/${encodeURIComponent(text)}`})}>
                <bdi>{names?.organization(text) ?? text}</bdi>
            </a>
        );
    }
    return <>{prefixOf(name, text) ? codeText(name, text) : text}</>;
}

/** An object with parts: names by language, shares by party, a place. */
function Parts({name, value}: {name: string; value: Record<string, unknown>}) {
    const label = (key: string) => (name === 'names' ? languageName(key) : name === 'shares' ? key : word('field', key));
    return (
        <ul>
            {Object.entries(value)
                .filter(([, part]) => isSaid(part))
                .map(([key, part]) => (
                    <li>
                        <span class="soft">{label(key)}:</span>{' '}
                        <bdi lang={name === 'names' ? key : undefined}>
                            <Value name={key} value={part} />
                        </bdi>
                    </li>
                ))}
        </ul>
    );
}

function isDate(value: object): value is EffectivePeriod {
    return 'edtf' in value && 'earliest' in value;
}
