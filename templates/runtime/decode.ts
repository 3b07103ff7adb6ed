import type { Deadline } from "./deadline.js";
import { ApiDecodeError, ApiError } from "./errors.js";
import type { Exchange } from "./exchange.js";
import { isJson } from "./media-type.js";
import { own } from "./own.js";
import { excerpt, redact } from "./redact.js";

/**
 * Reads a response: the data of a success, `undefined` when its body is empty and no text; an `ApiError` for every status that is
 * no success and for a body that says that the call failed.
 */
export async function read(
	exchange: Exchange,
	response: Response,
	deadline: Deadline,
): Promise<unknown> {
	const { operation, secrets } = exchange;
	const { data } = operation;
	const { status, headers } = response;
	if (operation.binary && isSuccess(response))
		return deadline(() => response.blob());
	const text = await deadline(() => response.text());
	const type = headers.get("content-type");
	const parse = (from: string) =>
		isJson(type ?? "/json") ? json(from) : undefined;
	const value = parse(text);
	if (isSuccess(response) && own(value, operation.success) !== false) {
		if (operation.text) return text;
		if (text === "") return undefined;
		if (!data && value !== undefined) return value;
		if (data && isObject(value)) return own(value, data);
		throw new ApiDecodeError(
			`answered ${status} with no JSON${data ? " object" : ""} (${type})`,
			exchange,
			{ body: excerpt(text, secrets) },
		);
	}
	// A server may repeat a credential in what it says about it.
	const body =
		parse(redact(text, secrets)) ?? (excerpt(text, secrets) || undefined);
	const listed = own(body, operation.errors);
	const errors: readonly unknown[] = Array.isArray(listed) ? listed : [];
	const told = errors.length > 0 ? errors : [body, own(body, "error")];
	throw new ApiError(`answered ${status}${messages(told)}`, exchange, {
		errors,
		body,
	});
}

/** 304 answers a condition that the caller set, and has no body. */
export function isSuccess({ ok, status }: Response): boolean {
	return ok || status === 304;
}

/** `: [1003] Name is taken; [1004] ...` where the errors have codes and messages. */
function messages(errors: readonly unknown[]): string {
	const texts = errors.flatMap((error) => {
		const [code, message] = [own(error, "code"), own(error, "message")];
		return typeof message === "string"
			? (code === undefined ? "" : `[${code}] `) + message
			: [];
	});
	return texts.length > 0 ? `: ${texts.join("; ").slice(0, 200)}` : "";
}

/** `undefined` for what is not JSON. The engine's error is not kept: it quotes the text, secrets and all. */
function json(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isObject(value: unknown): boolean {
	return Object(value) === value && !Array.isArray(value);
}
