import {Problem} from '../../api/client.ts';

/** Why a command was refused. Undefined if it was not. */
export async function refusalOf(sent: Promise<unknown>): Promise<Problem | undefined> {
    try {
        await sent;
        return undefined;
    } catch (problem) {
        if (problem instanceof Problem) {
            return problem;
        }
        throw problem;
    }
}
