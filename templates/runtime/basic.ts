import type { Credential, Draft } from "./auth.js";

/** Puts user and password into a header; they may be one credential (`user:password`) or two. */
export function basic({ headers, given }: Draft, { header = "" }: Credential) {
	const parts = given.flatMap(([{ put }, value]) =>
		put === basic ? value : [],
	);
	const text = parts.join(":");
	const whole = text.includes(":") ? text : `${text}:`;
	const bytes = new TextEncoder().encode(whole);
	const sent = `Basic ${btoa(String.fromCharCode(...bytes))}`;
	headers.set(header, sent);
	return sent;
}
