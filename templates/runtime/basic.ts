import type { Credential, Draft } from "./auth.js";
import { toBase64 } from "./base64.js";

/** Puts user and password into a header; they may be one credential (`user:password`) or two. */
export function basic(
	{ headers, given }: Draft,
	{ header = "" }: Credential,
): string {
	const parts = given.flatMap(([{ put }, value]) =>
		put === basic ? value : [],
	);
	const text = parts.join(":");
	const whole = text.includes(":") ? text : `${text}:`;
	const sent = `Basic ${toBase64(whole)}`;
	headers.set(header, sent);
	return sent;
}
