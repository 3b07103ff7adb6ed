import type { Credential, Draft } from "./auth.js";

/** Puts a credential beside the request's cookies. */
export function inCookie(
	{ headers }: Draft,
	_credential: Credential,
	sent: string,
): string {
	const before = headers.get("cookie");
	headers.set("cookie", before ? `${before}; ${sent}` : sent);
	return sent;
}
