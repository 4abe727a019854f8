import {createContext} from 'preact';
import {useContext} from 'preact/hooks';
import {t} from '../../../words/index.ts';
import type {Fault, Faults} from './checks.ts';

export interface FormState {
    faults: Faults;
    /** Messages of the service, by the pointer of their field. */
    problems: Record<string, string>;
    /** Whether somebody tried to send the form: then missing fields are named. */
    attempted: boolean;
    /** The day on which parties are looked up. */
    on?: string;
}

export const FormContext = createContext<FormState>({faults: {}, problems: {}, attempted: false});

/** The message of the field at a pointer, if it is wrong. */
export function useMessage(pointer: string): string | undefined {
    const {faults, problems, attempted} = useContext(FormContext);
    const fault = faults[pointer];
    const early = fault && (attempted || !isMissing(fault));
    return problems[pointer] ?? (early ? t(`fault.${fault.key}`, fault.values) : undefined);
}

function isMissing(fault: Fault): boolean {
    return fault.key === 'required' || fault.key === 'noSource';
}

/** The id of the input at a pointer. */
export function idOf(pointer: string): string {
    return `field-${pointer.slice(2).replaceAll('/', '-')}`;
}
