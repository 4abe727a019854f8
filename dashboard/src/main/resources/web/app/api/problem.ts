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

    /** A later request can succeed: the gateway, the network or a part of the installation is gone. */
    get isOutage(): boolean {
        return this.status === 0 || (this.status >= 502 && this.status <= 504);
    }

    get isCsrf(): boolean {
        return this.type.endsWith('/csrf');
    }
}
