import { joinHeaders } from "../model/join-headers.ts";
import type { Response, ResponseHeader } from "../model/types.ts";
import { successStatus } from "./success-status.ts";

/** A header of an answer, and of which one; without a status it is one of every success. */
export interface StatedHeader {
	readonly status?: string | undefined;
	readonly header: ResponseHeader;
}

/** The answers with the headers that were read, each where it belongs. */
export function withResponseHeaders(
	known: readonly Response[],
	headers: readonly StatedHeader[],
): readonly Response[] {
	const responses = [...known];
	for (const { status, header } of headers) {
		const own = status ?? successStatus({ responses });
		const { origins } = header;
		if (!responses.some((one) => one.status === own)) {
			const [{ span, basis }] = origins;
			responses.push({
				status: own,
				origins: [
					{ span, basis },
					...(status === undefined
						? [{ span, basis: "assumed" as const, of: ["status" as const] }]
						: []),
				],
			});
		}
		for (const [at, response] of responses.entries())
			if (
				response.status === own ||
				(status === undefined && response.status.startsWith("2"))
			)
				responses[at] = {
					...response,
					headers: joinHeaders(response.headers ?? [], [header]),
				};
	}
	return responses;
}
