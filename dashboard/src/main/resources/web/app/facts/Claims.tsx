import type {ComponentChildren} from 'preact';
import type {Claim} from '../api/types.ts';
import {t} from '../words/index.ts';
import {FieldList} from './Fields.tsx';
import {Sources} from './Sources.tsx';

/** Statements that do not agree, side by side. */
export function Claims({claims, tools}: {claims: Claim[]; tools(claim: Claim): ComponentChildren}) {
    return (
        <ol class="claims">
            {claims.map(claim => (
                <li>
                    {claim.preferred && <span class="tag">{t('fact.claim.preferred')}</span>}
                    {claim.withdrawn && (
                        <span class="tag warning">{t('fact.claim.withdrawn', {reason: claim.withdrawn.reason})}</span>
                    )}
                    {claim.holds ? <FieldList fields={claim.value ?? {}} /> : <p>{t('fact.claim.never')}</p>}
                    <Sources sources={claim.sources} />
                    {tools(claim)}
                </li>
            ))}
        </ol>
    );
}
