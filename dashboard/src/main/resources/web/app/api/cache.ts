import {Problem} from './problem.ts';
import {reportLoss} from './connection.ts';
import {noteTime} from './serverTime.ts';
import {pastedToken} from './token.ts';
import {startLive} from '../live/live.ts';

export interface Answer<T> {
    data: T;
    etag: string | null;
    cursor?: string | undefined;
}

const LARGEST = 200;
const answers = new Map<string, Answer<unknown>>();
const running = new Map<string, Promise<Answer<unknown>>>();

/** The answer that this page has read before. */
export function cached<T>(url: string): Answer<T> | undefined {
    return answers.get(url) as Answer<T> | undefined;
}

/** Reads a URL once, however many components ask at the same time. Throws Problem. */
export function read<T>(url: string): Promise<Answer<T>> {
    const known = running.get(url);
    if (known) {
        return known as Promise<Answer<T>>;
    }
    const started = request<T>(url).finally(() => running.delete(url));
    running.set(url, started);
    return started;
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
    return keep(url, {data: (await response.json()) as T, etag: response.headers.get('ETag'), cursor});
}

async function failure(response: Response): Promise<Problem> {
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
