import {Problem} from './problem.ts';
import {reportLoss} from './connection.ts';
import {noteTime} from './serverTime.ts';
import {pastedToken} from './token.ts';
import {startLive} from '../live/live.ts';
import {onRefresh} from './refresh.ts';

export interface Answer<T> {
    data: T;
    etag: string | null;
    cursor?: string | undefined;
}

const LARGEST = 200;
const answers = new Map<string, Answer<unknown>>();
const running = new Map<string, Promise<Answer<unknown>>>();
/** URLs of running requests that began before a change, so that their answers may lack it. */
const outdated = new Set<string>();
/** The next requests of outdated URLs. */
const waiting = new Map<string, Promise<Answer<unknown>>>();

onRefresh(outdateReads);

/** The answer that this page has read before. */
export function cached<T>(url: string): Answer<T> | undefined {
    return answers.get(url) as Answer<T> | undefined;
}

/** Reads a URL once, however many components ask at the same time. Throws Problem. */
export function read<T>(url: string): Promise<Answer<T>> {
    const known = outdated.has(url) ? readAfterwards(url) : running.get(url);
    if (known) {
        return known as Promise<Answer<T>>;
    }
    const started = request<T>(url).finally(() => {
        running.delete(url);
        outdated.delete(url);
    });
    running.set(url, started);
    return started;
}

/** After a change: reads begin a new request when the running one ends. */
export function outdateReads(): void {
    [...running.keys()].forEach(url => outdated.add(url));
}

function readAfterwards(url: string): Promise<Answer<unknown>> {
    const next = () => {
        waiting.delete(url);
        return read(url);
    };
    const known = waiting.get(url) ?? running.get(url)!.then(next, next);
    waiting.set(url, known);
    return known;
}

export function forgetAnswers(): void {
    answers.clear();
}

export async function call(url: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    const token = pastedToken();
    if (token) {
        headers.set('Authorization', `Bearer ${token}`);
    }
    try {
        const response = await fetch(url, {...init, headers});
        noteTime(response);
        return response;
    } catch {
        reportLoss();
        throw Problem.unreachable();
    }
}

async function request<T>(url: string): Promise<Answer<T>> {
    const before = cached<T>(url);
    const headers: Record<string, string> = {Accept: 'application/json, */*;q=0.5'};
    if (before?.etag) {
        headers['If-None-Match'] = before.etag;
    }
    const response = await call(url, {headers});
    if (response.status === 304 && before) {
        return before;
    }
    if (!response.ok) {
        throw await failure(response);
    }
    const cursor = response.headers.get('Depositary-Cursor') ?? undefined;
    if (cursor) {
        startLive(cursor, pastedToken() ?? undefined);
    }
    return keep(url, {data: await contentOf<T>(response), etag: response.headers.get('ETag'), cursor});
}

/** The JSON of an answer, or the array of its lines. */
async function contentOf<T>(response: Response): Promise<T> {
    const isLines = response.headers.get('Content-Type')?.startsWith('application/x-ndjson');
    const text = await textOf(response);
    return parsed<T>(isLines ? `[${text.trimEnd().replaceAll('\n', ',')}]` : text, response);
}

/** The JSON of an answer. Throws Problem if the connection breaks, or if the body is no JSON. */
export async function jsonOf<T>(response: Response): Promise<T> {
    return parsed<T>(await textOf(response), response);
}

/** Of an answer that can be without a body. */
export async function jsonIfAny<T>(response: Response): Promise<T | undefined> {
    const text = await textOf(response);
    return text ? parsed<T>(text, response) : undefined;
}

function parsed<T>(text: string, response: Response): T {
    try {
        return JSON.parse(text) as T;
    } catch {
        throw Problem.unreadable(response);
    }
}

async function textOf(response: Response): Promise<string> {
    try {
        return await response.text();
    } catch {
        reportLoss();
        throw Problem.unreachable();
    }
}

/** The problem of an answer. After an outage, this page asks until there is an answer again. */
export async function failure(response: Response): Promise<Problem> {
    const problem = await Problem.of(response);
    if (problem.isOutage) {
        reportLoss();
    }
    return problem;
}

function keep<T>(url: string, answer: Answer<T>): Answer<T> {
    answers.delete(url);
    answers.set(url, answer);
    if (answers.size > LARGEST) {
        answers.delete(answers.keys().next().value!);
    }
    return answer;
}
