import type { Credential, Draft } from "./auth.js";
import { addQuery } from "./url.js";

/** Puts a credential into the query. */
export function inQuery(
	draft: Draft,
	{ query = "" }: Credential,
	sent: string,
): string {
	const text = encodeURIComponent(sent);
	draft.url = addQuery(draft.url, `${encodeURIComponent(query)}=${text}`);
	return text;
}
