import {
	chosen,
	type FakeAnswer,
	type FakeAnswers,
	type FakeRequest,
	responseOf,
} from "./fake-answer.js";
import { type Route, routing } from "./route.js";
import type { Table } from "./table.js";

/** Where the requests are expected to go, and how long every answer takes. */
export interface FakeOptions {
	/** The base URL of the client. */
	readonly baseURL?: string | undefined;
	/** Milliseconds before each answer. */
	readonly delay?: number | undefined;
}

/** A `fetch` that opens no connection. */
export interface FakeFetch {
	(url: string | URL | Request, init?: RequestInit): Promise<Response>;
	/** What was asked for so far. */
	readonly requests: readonly FakeRequest[];
}

/** Makes a `fetch` that answers what the docs answer. A request that the docs do not know is a rejection that says so. */
export function createFakeFetch<Results extends object>(
	table: Table,
	answers: FakeAnswers<Results>,
	options: FakeOptions,
): FakeFetch {
	const { requests, answer } = answering(table, answers, options);
	return Object.assign(
		async (url: string | URL | Request, init?: RequestInit) => {
			const request = new Request(url, {
				...init,
				...(init?.body instanceof ReadableStream && { duplex: "half" }),
			} as RequestInit);
			const response = await answer(request);
			if (response) return response;
			throw new TypeError(
				`fakeFetch: the docs know no ${request.method} ${withoutQuery(request.url)}; requests go to ${options.baseURL ?? "a baseURL that is not given"}`,
			);
		},
		{ requests },
	);
}

/** A handler for all requests to the API, made with `http` of MSW 2; what the docs do not know is left to others. */
export function createHandlers<Results extends object, Handler>(
	table: Table,
	answers: FakeAnswers<Results>,
	{ http, ...options }: FakeOptions & { readonly http: HandlerMaker<Handler> },
): Handler[] {
	const { answer } = answering(table, answers, options);
	return [
		http.all(/^https?:/, ({ request }) =>
			answer(request).catch((error) => {
				if (error instanceof Failure) return Response.error();
				throw error;
			}),
		),
	];
}

/** What the client needs of MSW: its `http`. */
export interface HandlerMaker<Handler> {
	all(
		path: RegExp,
		resolver: (info: {
			readonly request: Request;
		}) => Promise<Response | undefined>,
	): Handler;
}

interface Answers {
	readonly requests: readonly FakeRequest[];
	readonly answer: (request: Request) => Promise<Response | undefined>;
}

function answering(
	table: Table,
	answers: object,
	{ baseURL, delay = 0 }: FakeOptions,
): Answers {
	if (baseURL === undefined)
		throw new TypeError("the docs do not say where the API is: give a baseURL");
	checkNames(table, answers);
	const find = routing(table, baseURL);
	const byName = new Map<string, unknown>(Object.entries(answers));
	const turns = new Map<string, number>();
	const requests: FakeRequest[] = [];
	return {
		requests,
		async answer(request) {
			request.signal.throwIfAborted();
			const route = find(request.method, request.url);
			const seen = await seenOf(request, route);
			requests.push(seen);
			if (!route) return undefined;
			const { name } = route.operation;
			const turn = turns.get(name) ?? 0;
			turns.set(name, turn + 1);
			const given = await chosen(byName.get(name), seen, turn);
			await pause(given.delay ?? delay, request.signal);
			if (given.error !== undefined) throw failureOf(given);
			return responseOf(table, route, given);
		},
	};
}

/** A failure that was asked for. */
class Failure extends TypeError {}

function failureOf({ error }: FakeAnswer): Failure {
	return new Failure("fetch failed", { cause: error });
}

function checkNames({ operations }: Table, answers: object): void {
	const names = new Set(operations.map(({ name }) => name));
	for (const name of Object.keys(answers))
		if (!names.has(name))
			throw new TypeError(`there is no operation ${JSON.stringify(name)}`);
}

async function seenOf(
	request: Request,
	route: Route | undefined,
): Promise<FakeRequest> {
	const { method, url, headers } = request;
	return {
		operation: route?.operation.name,
		method,
		url,
		params: route?.params ?? {},
		query: new URL(url).searchParams,
		headers,
		body: await bodyOf(request.clone()),
	};
}

/** JSON parsed, a form as its fields, everything else as text; `undefined` where nothing was sent. */
async function bodyOf(request: Request): Promise<unknown> {
	if (!request.body) return undefined;
	const type = request.headers.get("content-type") ?? "";
	if (/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type))
		return request.formData();
	const text = await request.text();
	return /[/+]json\s*(;|$)/i.test(type) ? JSON.parse(text) : text;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		if (milliseconds <= 0) return resolve();
		const abort = () => {
			clearTimeout(timer);
			reject(signal.reason);
		};
		const timer = setTimeout(() => {
			signal.removeEventListener("abort", abort);
			resolve();
		}, milliseconds);
		signal.addEventListener("abort", abort);
	});
}

/** A query may hold credentials. */
function withoutQuery(url: string): string {
	return url.replace(/[?#].*/s, "");
}
