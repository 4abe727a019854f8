import {Problem} from '../../api/problem.ts';

/** The idempotency keys of one form. A request that is sent again has the same key, so nothing is recorded twice. */
export class RequestKeys {
    readonly #keys = new Map<string, string>();

    /** Sends a request with its key. A refused request gets another key, because a key keeps its answer. */
    async send<T>(request: string, sendWith: (key: string) => Promise<T>): Promise<T> {
        const key = this.#keys.get(request) ?? newKey();
        this.#keys.set(request, key);
        try {
            return await sendWith(key);
        } catch (problem) {
            if (isRefusal(problem)) {
                this.#keys.delete(request);
            }
            throw problem;
        }
    }
}

/** Whether the register answered that it did not record. Without an answer, it may have recorded. */
export function isRefusal(problem: unknown): boolean {
    return problem instanceof Problem && problem.status >= 400 && problem.status < 500;
}

export function newKey(): string {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}
