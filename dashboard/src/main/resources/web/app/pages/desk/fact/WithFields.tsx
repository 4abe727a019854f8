import type {ComponentChildren} from 'preact';
import type {Fact} from '../../../api/types.ts';
import {ProblemNote} from '../../../shell/Failures.tsx';
import {t} from '../../../words/index.ts';
import {commandOfFact} from '../commands.ts';
import type {Field} from '../form/schema.ts';
import {useFields} from '../useFields.ts';

/** Loads the fields of the command that recorded a fact. */
export function WithFields({fact, children}: {fact: Fact; children(fields: Field[]): ComponentChildren}) {
    const {fields, problem} = useFields(commandOfFact(fact.url));
    if (problem) {
        return <ProblemNote problem={problem} />;
    }
    return fields ? <>{children(fields)}</> : <p class="soft">{t('frame.loading')}</p>;
}
