import type { Answer } from "./answer.js";
import { ApiDecodeError, type ApiError, errorOf } from "./errors.js";
import { isJson } from "./media-type.js";
import { own } from "./own.js";
import { excerpt, redact } from "./redact.js";

/**
 * The data of a success as the client's features give it, `undefined` when the body is empty and JSON was to come; throws
 * an `ApiError` for every status that is no success and for a body that says that the call failed.
 */
export async function read(answer: Answer): Promise<unknown> {
	const { exchange, response } = answer;
	const { read } = exchange.operation;
	let value =
		read && isSuccess(response)
			? await read(answer)
			: dataOf(answer, await answer.text());
	for (const { data } of exchange.settings.parts)
		if (data) value = await data(exchange, value);
	return value;
}

function dataOf(answer: Answer, text: string): unknown {
	const { exchange, response } = answer;
	const { data, success } = exchange.envelope;
	const value = parse(text, response);
	if (!isSuccess(response) || own(value, success) === false)
		throw failureOf(answer, text);
	if (text === "") return undefined;
	if (!data && value !== undefined) return value;
	if (data && Object(value) === value && !Array.isArray(value))
		return own(value, data);
	const { status, headers } = response;
	throw new ApiDecodeError(
		`answered ${status} with no JSON${data ? " object" : ""} (${headers.get("content-type")})`,
		exchange,
		{ body: excerpt(text, exchange.secrets) },
	);
}

/** The error that an answer with this body is. */
export function failureOf(
	{ exchange, response }: Answer,
	text: string,
): ApiError {
	const { envelope, secrets } = exchange;
	// A server may repeat a credential in what it says about it.
	const answer =
		parse(redact(text, secrets), response) ??
		(excerpt(text, secrets) || undefined);
	const listed = own(answer, envelope.errors);
	const errors: readonly unknown[] = Array.isArray(listed) ? listed : [];
	const told = errors[0] ? errors : [answer, own(answer, "error")];
	const said = told.flatMap(messageOf).join("; ");
	const { status } = response;
	return new (errorOf(status))(
		`answered ${status}${said && `: ${said.slice(0, 200)}`}`,
		exchange,
		{ errors, body: answer },
	);
}

/** 304 answers a condition that the caller set, and has no body. */
export function isSuccess({ ok, status }: Response): boolean {
	return ok || status === 304;
}

/** `[1003] Name is taken` for an error with a code and a message. */
function messageOf(error: unknown): string | [] {
	const [code, message] = [own(error, "code"), own(error, "message")];
	return typeof message === "string"
		? (code === undefined ? "" : `[${code}] `) + message
		: [];
}

/** `undefined` for what is not JSON. The engine's error is not kept: it quotes the text, secrets and all. */
export function parse(text: string, { headers }: Response): unknown {
	try {
		return isJson(headers.get("content-type") ?? "/json")
			? JSON.parse(text)
			: undefined;
	} catch {
		return undefined;
	}
}
