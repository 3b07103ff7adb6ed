import { discard } from "./discard.js";
import { ApiError } from "./errors.js";
import type { Feature } from "./feature.js";
import { own } from "./own.js";

const maxRedirects = 10;

/**
 * Follows redirects of GET and HEAD; others would repeat what they do, and one of a request with a body is an error. It never goes to less safety than before, and
 * what another origin gets is a request without any header: no credentials, no cookies, nothing that the caller added.
 */
export const followRedirects: Feature = () => ({
	failure(exchange, cause) {
		// `fetch` keeps to itself what it was told, and each runtime has words of its own for it.
		const said = `${own(cause, "message")} ${own(own(cause, "cause"), "message")}`;
		return /redirect/i.test(said)
			? new ApiError(
					"was redirected, which is followed for GET and HEAD alone",
					exchange,
					{ cause },
				)
			: undefined;
	},
	async middleware(request, next) {
		let here = request;
		for (let redirects = 0; ; redirects++) {
			const response = await next(here);
			const target =
				/^30[12378]$/.test(`${response.status}`) &&
				/^(GET|HEAD)$/.test(request.method) &&
				redirects < maxRedirects &&
				targetOf(response.headers.get("location"), here.url);
			if (!target) return response;
			discard(response);
			if (target.origin !== new URL(here.url).origin)
				here = { ...here, headers: new Headers(), credentials: "omit" };
			here = { ...here, url: target.href };
		}
	},
});

/** Where a redirect leads; `undefined` where a client does not go. */
function targetOf(location: string | null, from: string): URL | undefined {
	try {
		const url = new URL(location ?? "", from);
		const safe =
			url.protocol === "https:" ||
			(url.protocol === "http:" && from.startsWith("http:"));
		return location && !url.username && safe ? url : undefined;
	} catch {
		return undefined;
	}
}
