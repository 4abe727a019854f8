import {Problem} from '../../api/client.ts';

/** Returns the problem of a refused command. Undefined if it was accepted. */
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
