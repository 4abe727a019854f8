import {href, useView} from '../../../state/view.ts';
import {t} from '../../../words/index.ts';
import {FieldInputs} from './FormFields.tsx';
import {FieldMessage, type InputProps} from './FieldFrame.tsx';
import {Fieldset} from './Fieldset.tsx';
import {useMessage} from './FormContext.ts';
import type {Field} from './schema.ts';
import {isGroup, type Value, type Values} from './values.ts';

const REFERENCE: Field[] = [
    referenceField('title', 'text'),
    referenceField('author', 'text'),
    referenceField('published', 'date'),
    referenceField('uri', 'text'),
    referenceField('locator', 'text'),
];

function referenceField(name: string, kind: Field['kind']): Field {
    return {name, kind, required: name === 'title', nullable: false};
}

/** The sources of a fact: quotes that a curator selected in the reader, and references to other publications. */
export function SourcesInput({field, value, pointer, onChange}: InputProps) {
    const sources = Array.isArray(value) ? value : [];
    const [view] = useView();
    const replace = (at: number, source: Value) =>
        onChange(sources.map((each, index) => (index === at ? source : each)));
    const documents = href(view, {path: '/documents', filters: {}, tab: ''});
    return (
        <Fieldset field={field} pointer={pointer}>
            {sources.map((source, at) => (
                <div class="item" role="group" aria-label={t('form.source', {number: at + 1})} key={at}>
                    <SourceInput
                        source={isGroup(source) ? source : {}}
                        pointer={`${pointer}/${at}`}
                        onChange={changed => replace(at, changed)}
                    />
                    <button type="button" onClick={() => onChange(sources.filter((_, index) => index !== at))}>
                        {t('form.remove')}
                    </button>
                </div>
            ))}
            <p class="row">
                <button type="button" onClick={() => onChange([...sources, {title: ''}])}>
                    {t('form.addReference')}
                </button>
                <a class="button" href={documents}>
                    {t('form.findQuote')}
                </a>
            </p>
        </Fieldset>
    );
}

function SourceInput({source, pointer, onChange}: {source: Values; pointer: string; onChange(source: Values): void}) {
    if (!source.document) {
        return <FieldInputs fields={REFERENCE} values={source} pointer={pointer} onChange={onChange} />;
    }
    return <CitedPassage source={source} pointer={pointer} />;
}

function CitedPassage({source, pointer}: {source: Values; pointer: string}) {
    const [view] = useView();
    const problems = [
        useMessage(pointer),
        useMessage(`${pointer}/quote`),
        useMessage(`${pointer}/anchor`),
        useMessage(`${pointer}/document`),
    ];
    const passage =
        href(view, {path: `/documents/${source.document}`, filters: {}, tab: ''}) +
        (source.anchor ? `#${source.anchor}` : '');
    return (
        <figure class="citation">
            <blockquote dir="auto">{String(source.quote ?? '')}</blockquote>
            <figcaption>
                <a href={passage}>{t('form.passage', {anchor: String(source.anchor ?? '')})}</a>
            </figcaption>
            {problems.map((each, at) => (
                <FieldMessage key={at} text={each} />
            ))}
        </figure>
    );
}
