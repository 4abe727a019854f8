import {currentView} from '../state/view.ts';
import {readAddress, type Parameters} from './address.ts';
import {read} from './cache.ts';

/** Reads a path once, as of the view. For code outside of a component's `useRead`. Throws Problem. */
export async function get<T>(path: string, parameters: Parameters = {}): Promise<T> {
    return (await read<T>(readAddress(path, parameters, currentView()))).data;
}
