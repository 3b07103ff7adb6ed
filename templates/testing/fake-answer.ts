import type { Route } from "./route.js";
import {
	answerOf,
	bodyOf,
	type DataOf,
	isObject,
	type Table,
	type TableAnswer,
} from "./table.js";

/** A request that was answered, or that nothing answers. */
export interface FakeRequest {
	/** Path of the method in the client; `undefined` where the docs know no such operation. */
	readonly operation: string | undefined;
	readonly method: string;
	readonly url: string;
	/** The parameters in the path, decoded. */
	readonly params: Readonly<Record<string, string>>;
	readonly query: URLSearchParams;
	readonly headers: Headers;
	/** JSON parsed, a form as its fields, anything else as text; `undefined` where nothing was sent. */
	readonly body: unknown;
}

/** What is answered in place of the documented success. */
export interface FakeAnswer<Data = unknown> {
	/** The documented answer of this status; without a body where the docs have none. */
	readonly status?: number;
	/** What the call resolves to, in the envelope that the docs show. */
	readonly data?: Data;
	/** The whole body. */
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
	/** Milliseconds before the answer. */
	readonly delay?: number;
	/** What the connection fails with; nothing is answered. */
	readonly error?: unknown;
}

/** A status, an answer, several for one request after another (the last one stays), or a function of the request. */
export type Answering<Data = unknown> =
	| number
	| FakeAnswer<Data>
	| readonly (number | FakeAnswer<Data>)[]
	| ((
			request: FakeRequest,
	  ) => number | FakeAnswer<Data> | Promise<number | FakeAnswer<Data>>);

/** Answers by the name of the operation; the documented success for those that are left out. */
export type FakeAnswers<Results extends object> = {
	readonly [Name in keyof Results]?: Answering<DataOf<Results[Name]>>;
};

/** Chooses the answer to a request; `turn` counts the operation's requests from 0. */
export async function chosen(
	answering: unknown,
	request: FakeRequest,
	turn: number,
): Promise<FakeAnswer> {
	const given: unknown =
		typeof answering === "function"
			? await answering(request)
			: Array.isArray(answering)
				? answering[Math.min(turn, answering.length - 1)]
				: answering;
	return typeof given === "number"
		? { status: given }
		: isObject(given)
			? given
			: {};
}

/** Writes an answer as the documented one is written. */
export function responseOf(
	table: Table,
	{ operation }: Route,
	given: FakeAnswer,
): Response {
	const documented = answerOf(operation, given.status);
	const status = given.status ?? documented?.status ?? 204;
	const body = bodyFor(table, operation.data, documented, given);
	const type = documented?.mediaType ?? "application/json";
	const empty =
		body === undefined ||
		[204, 205, 304].includes(status) ||
		operation.method === "HEAD";
	return new Response(empty ? null : written(type, body, documented), {
		status,
		headers: { ...(!empty && { "content-type": type }), ...given.headers },
	});
}

function bodyFor(
	{ bodies }: Table,
	name: string | undefined,
	documented: TableAnswer | undefined,
	given: FakeAnswer,
): unknown {
	if (given.body !== undefined) return given.body;
	const { items } = documented ?? {};
	const body = items
		? items.map((item) => bodies[item])
		: bodyOf(bodies, documented);
	if (given.data === undefined) return body;
	if (name === undefined) return given.data;
	return { ...(isObject(body) && body), [name]: given.data };
}

function written(
	type: string,
	body: unknown,
	documented: TableAnswer | undefined,
): BodyInit {
	if (body instanceof Blob) return body;
	if (documented?.items && Array.isArray(body)) {
		const items = body.map((item) => {
			return typeof item === "string" ? item : JSON.stringify(item);
		});
		return type.includes("event-stream")
			? items.map((item) => `${item.replace(/^/gm, "data: ")}\n\n`).join("")
			: items.join("\n");
	}
	return /[/+]json\s*(;|$)/i.test(type) ? JSON.stringify(body) : `${body}`;
}
