import type { Issue } from "../model/validate.ts";

/** What is wrong with a request, as the mock itself says it. */
export interface Problem {
	readonly status: number;
	readonly detail: string;
	readonly issues?: readonly Issue[];
	/** Operation that was probably meant. */
	readonly nearest?: string;
}

const titles: ReadonlyMap<number, string> = new Map([
	[400, "Bad Request"],
	[401, "Unauthorized"],
	[404, "Not Found"],
	[405, "Method Not Allowed"],
	[413, "Content Too Large"],
	[415, "Unsupported Media Type"],
	[500, "Internal Server Error"],
]);

/** The body that tells a problem, of type `application/problem+json` (RFC 9457). */
export function problem({ status, ...more }: Problem): string {
	const title = titles.get(status) ?? "Error";
	return JSON.stringify({ type: "about:blank", title, status, ...more });
}

/** The media type of that body. */
export const problemType = "application/problem+json";
