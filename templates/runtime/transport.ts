import type { Fetch } from "./options.js";

const maxRedirects = 10;

/**
 * Sends a request. Redirects are followed for GET and HEAD within the origin; every other redirect is the answer, so
 * that neither credentials nor a body reach a place that the caller did not name.
 */
export async function send(
	fetch: Fetch,
	url: string,
	init: RequestInit,
): Promise<Response> {
	let here = url;
	for (let redirects = 0; ; redirects++) {
		const response = await fetch(here, { ...init, redirect: "manual" });
		if (!response?.headers) throw new TypeError("fetch gave no Response");
		const location = response.headers.get("location");
		const next =
			location &&
			/^30[12378]$/.test(`${response.status}`) &&
			/^(GET|HEAD)$/.test(`${init.method}`) &&
			new URL(location, here);
		if (
			!next ||
			next.origin !== new URL(here).origin ||
			redirects === maxRedirects
		)
			return response;
		await response.body?.cancel();
		here = next.href;
	}
}
