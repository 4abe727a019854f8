/** Why a request failed (RFC 9457). */
export class Problem extends Error {
    constructor(
        readonly status: number,
        readonly type: string,
        readonly title: string,
        readonly detail: string,
        /** Where the input is wrong: JSON pointers into the body. */
        readonly errors: {pointer: string; detail: string}[] = [],
        readonly conflictsWith: string[] = [],
    ) {
        super(detail || title);
    }

    /** No answer: the gateway is gone, or the network. */
    static unreachable(): Problem {
        return new Problem(0, '', '', '');
    }

    /** An answer whose body is not what it should be. */
    static unreadable(response: Response): Problem {
        return new Problem(response.status, '', '', '');
    }

    static async of(response: Response): Promise<Problem> {
        const json = (await response.json().catch(() => null)) ?? {};
        return new Problem(
            response.status,
            json.type ?? '',
            json.title ?? response.statusText,
            json.detail ?? '',
            json.errors ?? [],
            json.conflictsWith ?? [],
        );
    }

    /** Whether the gateway is gone, or the network. A gateway that answers 503 itself gives a type. */
    get isOutage(): boolean {
        return [0, 502, 504].includes(this.status) || (this.status === 503 && this.type === '');
    }

    get isCsrf(): boolean {
        return this.type.endsWith('/csrf');
    }
}
