import {useEffect, useState} from 'preact/hooks';
import {Problem} from '../../api/client.ts';
import {read} from '../../api/cache.ts';
import type {Command} from './commands.ts';
import {commandFields, type Field, type OpenApi} from './form/schema.ts';

/** The fields of a command, from the OpenAPI document of the installation. */
export function useFields(command: Command | undefined): {fields?: Field[]; problem?: Problem} {
    const [state, setState] = useState<{api?: OpenApi; problem?: Problem}>({});
    useEffect(() => {
        read<OpenApi>('/openapi').then(
            ({data}) => setState({api: data}),
            (problem: Problem) => setState({problem}),
        );
    }, []);
    const fields = state.api && command && commandFields(state.api, command.method, command.path);
    return {fields, problem: state.problem};
}
