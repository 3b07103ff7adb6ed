import { parse } from "shell-quote";
import type { PathSegment, SecurityScheme, Server } from "../model/types.ts";
import type { Span } from "../text/span.ts";

/** What a curl command shows of a request. Variables stay as `$NAME`. */
export interface CurlCommand {
	readonly url: string;
	/** As `-X` gives it. */
	readonly method?: string;
	readonly headers: readonly (readonly [string, string])[];
	readonly data?: string;
}

const valueFlags: ReadonlySet<string> = new Set([
	"-o",
	"--output",
	"-A",
	"--user-agent",
	"-F",
	"--form",
	"-u",
	"--user",
]);
const dataFlags: ReadonlySet<string> = new Set([
	"-d",
	"--data",
	"--data-raw",
	"--data-binary",
	"--json",
]);

/** Reads a curl command; nothing for other text. */
export function readCurl(text: string): CurlCommand | undefined {
	const start = text.search(/(^|\n)\s*\$?\s*curl\s/);
	if (start < 0) return undefined;
	const joined = text.slice(start).replace(/\\\r?\n/g, " ");
	const words = parse(joined, (name) => `$${name}`).map((word) =>
		typeof word === "string" ? word : "pattern" in word ? word.pattern : "",
	);
	const headers: (readonly [string, string])[] = [];
	let url: string | undefined;
	let data: string | undefined;
	let method: string | undefined;
	for (let at = 0; at < words.length; at++) {
		const word = words[at] ?? "";
		if (word === "-H" || word === "--header")
			headers.push(splitHeader(words[++at] ?? ""));
		else if (dataFlags.has(word)) data = words[++at];
		else if (word === "-X" || word === "--request") method = words[++at];
		else if (valueFlags.has(word)) at++;
		else if (url === undefined && /^https?:\/\//.test(word)) url = word;
	}
	if (url === undefined) return undefined;
	return {
		url,
		headers,
		...(method !== undefined && { method: method.toUpperCase() }),
		...(data !== undefined && { data }),
	};
}

function splitHeader(text: string): readonly [string, string] {
	const colon = text.indexOf(":");
	return [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
}

/** The base URL of a request: what stands before the operation's path. */
export function serverOf(
	url: string,
	path: readonly PathSegment[],
	span: Span,
): Server | undefined {
	const match = /^(https?:\/\/[^/?#]+)([^?#]*)/.exec(url);
	const [, origin, pathname = ""] = match ?? [];
	if (origin === undefined || origin.includes("$")) return undefined;
	const shown = pathname.split("/").filter((part) => part !== "");
	const prefix = shown.slice(0, Math.max(0, shown.length - path.length));
	const rest = shown.slice(prefix.length);
	const same =
		rest.length === path.length &&
		path.every(
			(segment, index) =>
				segment.kind !== "literal" || segment.text === rest[index],
		);
	if (!same) return undefined;
	return {
		url: [origin, ...prefix].join("/"),
		origins: [{ span, basis: "inferred" }],
	};
}

/** The scheme that a request's headers show: `Authorization: Bearer $ACME_API_TOKEN`. */
export function schemeOf(
	command: CurlCommand,
	span: Span,
): SecurityScheme | undefined {
	for (const [header, value] of command.headers) {
		const bearer = /^bearer\s+(.*)$/i.exec(value)?.[1];
		if (header.toLowerCase() !== "authorization" || bearer === undefined)
			continue;
		const variable = /^\$\{?([A-Z][A-Z0-9_]*)\}?$/.exec(bearer)?.[1];
		return {
			title: "Bearer token",
			credentials: [
				{
					name: credentialName(variable),
					kind: "bearer",
					in: "header",
					parameter: "Authorization",
					...(variable !== undefined && { environment: variable }),
					origins: [{ span, basis: "inferred" }],
				},
			],
			origins: [{ span, basis: "inferred" }],
		};
	}
	return undefined;
}

/** `ACME_API_TOKEN` names an `api_token`; a variable in other words, or none, a `token`. */
function credentialName(variable: string | undefined): string {
	const known = /(?:^|_)((?:API|ACCESS|AUTH)_(?:TOKEN|KEY)|TOKEN|KEY)$/;
	return known.exec(variable ?? "")?.[1]?.toLowerCase() ?? "token";
}
