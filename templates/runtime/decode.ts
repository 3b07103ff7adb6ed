import type { Deadline } from "./deadline.js";
import { ApiDecodeError, errorOf } from "./errors.js";
import type { Exchange } from "./exchange.js";
import { isJson } from "./media-type.js";
import { own } from "./own.js";
import { excerpt, redact } from "./redact.js";
import { connected } from "./transport.js";

/**
 * Reads a response: the data of a success, `undefined` when its body is empty and no text; an `ApiError` for every
 * status that is no success and for a body that says that the call failed.
 */
export async function read(
	exchange: Exchange,
	response: Response,
	deadline: Deadline,
	textOf = (response: Response) => response.text(),
): Promise<unknown> {
	const { operation, secrets } = exchange;
	const { status, headers } = response;
	const body = <B>(read: () => Promise<B>) =>
		deadline("body", () => connected(exchange, read));
	if (operation.binary && isSuccess(response))
		return body(() => response.blob());
	const text = await body(() => textOf(response));
	const type = headers.get("content-type");
	const value = parse(text, type);
	if (isSuccess(response) && own(value, operation.success) !== false) {
		if (operation.text) return text;
		if (text === "") return undefined;
		const { data } = operation;
		if (!data && value !== undefined) return value;
		if (data && isObject(value)) return own(value, data);
		throw new ApiDecodeError(
			`answered ${status} with no JSON${data ? " object" : ""} (${type})`,
			exchange,
			{ body: excerpt(text, secrets) },
		);
	}
	// A server may repeat a credential in what it says about it.
	const answer =
		parse(redact(text, secrets), type) ?? (excerpt(text, secrets) || undefined);
	const listed = own(answer, operation.errors);
	const errors: readonly unknown[] = Array.isArray(listed) ? listed : [];
	const told = errors[0] ? errors : [answer, own(answer, "error")];
	const said = told.flatMap(messageOf).join("; ");
	throw new (errorOf(status))(
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
function parse(text: string, type: string | null): unknown {
	try {
		return isJson(type ?? "/json") ? JSON.parse(text) : undefined;
	} catch {
		return undefined;
	}
}

function isObject(value: unknown): boolean {
	return Object(value) === value && !Array.isArray(value);
}
