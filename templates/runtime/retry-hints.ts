import type { Feature } from "./feature.js";
import { secondsToWait } from "./retry.js";

/** Follows all that servers say about another attempt: `Retry-After` with a date, `Retry-After-Ms`, `X-Should-Retry`. */
export const retryHints: Feature = () => ({
	hints(response) {
		const get = (name: string) => response.headers.get(name) ?? "";
		const after = get("retry-after");
		const exact = get("retry-after-ms");
		const { wait = Number.NaN } = secondsToWait(response);
		const stated = get("x-should-retry");
		return {
			again: stated ? stated === "true" : undefined,
			wait:
				[
					/^\d+(\.\d+)?$/.test(exact) ? Number(exact) : Number.NaN,
					wait,
					// The server's own clock is the measure of its date.
					Math.max(0, dateOf(after) - (dateOf(get("date")) || Date.now())),
				].find((value) => value >= 0) ?? Number.NaN,
		};
	},
});

/** A date of any of HTTP's forms, in GMT also where it does not say so (RFC 9110, section 5.6.7); `NaN` for all else. */
function dateOf(text: string): number {
	return /^[a-z]{3}/i.test(text)
		? Date.parse(`${text.replace(" GMT", "").replace(":60", ":59")} GMT`)
		: Number.NaN;
}
