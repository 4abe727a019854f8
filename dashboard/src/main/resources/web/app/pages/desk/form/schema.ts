/** The part of JSON Schema that the commands of the interface use. */
export interface Schema {
    $ref?: string;
    type?: string | string[];
    description?: string;
    examples?: unknown[];
    enum?: (string | boolean)[];
    properties?: Record<string, Schema>;
    required?: string[];
    additionalProperties?: boolean | Schema;
    items?: Schema;
    oneOf?: Schema[];
    allOf?: Schema[];
    maxLength?: number;
    pattern?: string;
    minimum?: number;
    maximum?: number;
}

export interface OpenApi {
    paths: Record<string, Record<string, {requestBody?: {content: Record<string, {schema: Schema}>}}>>;
    components: {schemas: Record<string, Schema>};
}

/** The kind of a field decides how it is shown and checked. */
export type Kind =
    | 'text'
    | 'long-text'
    | 'number'
    | 'flag'
    | 'choice'
    | 'date'
    | 'period'
    | 'party'
    | 'names'
    | 'shares'
    | 'texts'
    | 'parties'
    | 'group'
    | 'groups'
    | 'sources';

export interface Field {
    name: string;
    kind: Kind;
    required: boolean;
    /** null says that the source calls the value unknown. */
    nullable: boolean;
    help?: string;
    example?: string;
    choices?: string[];
    maxLength?: number;
    pattern?: string;
    minimum?: number;
    maximum?: number;
    /** The fields of a group, or of each item of a list of groups. */
    fields?: Field[];
}

/** Fields that name a party although their schema is a plain string. */
const PARTY_NAMES = new Set(['party', 'country', 'with', 'invokedBy']);

/** The fields of the body of a command. Many commands also take an array of such bodies. */
export function commandFields(api: OpenApi, method: string, path: string): Field[] {
    const body = api.paths[path]?.[method.toLowerCase()]?.requestBody?.content['application/json']?.schema;
    if (!body) {
        throw new Error(`The interface has no command ${method} ${path}`);
    }
    return fieldsOf(api, body.oneOf?.[0] ?? body);
}

function fieldsOf(api: OpenApi, schema: Schema): Field[] {
    const {properties = {}, required = []} = resolved(api, schema).schema;
    return Object.entries(properties).map(([name, each]) => fieldOf(api, name, each, required.includes(name)));
}

function fieldOf(api: OpenApi, name: string, given: Schema, required: boolean): Field {
    const {schema, reference} = resolved(api, given);
    const kind = kindOf(api, name, schema, reference);
    const inner = kind === 'group' ? schema : kind === 'groups' ? schema.items : undefined;
    return {
        name,
        kind,
        required,
        nullable: required && Array.isArray(schema.type) && schema.type.includes('null'),
        help: hasOwnHelp(kind) ? undefined : (given.description ?? schema.description),
        example: schema.examples === undefined ? undefined : exampleOf(schema.examples[0]),
        choices: schema.enum?.map(String),
        maxLength: schema.maxLength,
        pattern: schema.pattern,
        minimum: schema.minimum,
        maximum: schema.maximum,
        fields: inner && fieldsOf(api, inner),
    };
}

/** Inputs that say what they take as somebody types. */
function hasOwnHelp(kind: Kind): boolean {
    return kind === 'party' || kind === 'date' || kind === 'period';
}

/** Follows references, and takes the first of alternatives: the others are null or a shorter form. */
function resolved(api: OpenApi, schema: Schema, reference = ''): {schema: Schema; reference: string} {
    if (schema.$ref) {
        const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
        return resolved(api, api.components.schemas[name] ?? {}, name);
    }
    const first = schema.properties ? undefined : (schema.oneOf ?? schema.allOf)?.[0];
    return first ? resolved(api, first, reference) : {schema, reference};
}

function kindOf(api: OpenApi, name: string, schema: Schema, reference: string): Kind {
    if (name === 'sources') {
        return 'sources';
    }
    if (reference.endsWith('Edtf')) {
        return 'date';
    }
    if (reference.endsWith('Period')) {
        return 'period';
    }
    const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
    switch (type) {
        case 'boolean':
            return 'flag';
        case 'integer':
        case 'number':
            return 'number';
        case 'array':
            return listKind(api, schema);
        case 'object':
            return objectKind(schema);
        default:
            return textKind(name, schema, reference);
    }
}

function textKind(name: string, schema: Schema, reference: string): Kind {
    if (reference.endsWith('Party') || PARTY_NAMES.has(name)) {
        return 'party';
    }
    if (schema.enum) {
        return 'choice';
    }
    return (schema.maxLength ?? 0) > 1_000 ? 'long-text' : 'text';
}

function listKind(api: OpenApi, schema: Schema): Kind {
    const items = resolved(api, schema.items ?? {});
    if (items.schema.properties) {
        return 'groups';
    }
    return items.reference.endsWith('Party') ? 'parties' : 'texts';
}

function objectKind(schema: Schema): Kind {
    if (schema.properties) {
        return 'group';
    }
    const values = schema.additionalProperties;
    return typeof values === 'object' && values.type === 'number' ? 'shares' : 'names';
}

function exampleOf(example: unknown): string {
    return typeof example === 'string' ? example : JSON.stringify(example);
}
