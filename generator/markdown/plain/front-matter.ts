import type { PlainDraft } from "./plain-text.ts";

/** Front matter that names the endpoint of its page. */
export interface PageEndpoint {
	readonly end: number;
	readonly line: string;
	readonly title?: string;
	readonly description?: string;
}

const verbs = "get|put|post|delete|patch|head|options";

/**
 * Reads front matter that has the endpoint of the page in it: `openapi: get /beds`, `api: "POST https://…"`, or `method`
 * and `path` apart. Nothing for front matter about anything else.
 */
export function pageEndpoint(text: string): PageEndpoint | undefined {
	const [whole = "", inner] =
		/^---[ \t]*\r?\n([\s\S]{0,8000}?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text) ??
		[];
	if (inner === undefined) return undefined;
	const keys = new Map<string, string>();
	for (const line of inner.split(/\r?\n/)) {
		const [, key = "", value = ""] =
			/^([\w-]+)[ \t]*:[ \t]+(.*)$/.exec(line) ?? [];
		const bare = value.trim().replace(/^(["'])(.*)\1$/, "$2");
		if (bare !== "" && !keys.has(key.toLowerCase()))
			keys.set(key.toLowerCase(), bare);
	}
	const line = ["openapi", "api", "endpoint", "request"]
		.map((key) => together(keys.get(key)))
		.find((one) => one !== undefined);
	const found = line ?? together(apart(keys));
	if (found === undefined) return undefined;
	const title = keys.get("title");
	const description = keys.get("description");
	return {
		end: whole.length,
		line: found,
		...(title !== undefined && { title }),
		...(description !== undefined && { description }),
	};
}

/** A file of a description may stand in front: `openapi: garden.yaml get /beds`. */
function together(value: string | undefined): string | undefined {
	const [, method = "", path] =
		new RegExp(
			`^(?:\\S+\\.(?:ya?ml|json)\\s+)?(${verbs})\\s+((?:https?:/)?/[^\\s\`]+)$`,
			"i",
		).exec(value ?? "") ?? [];
	return path === undefined ? undefined : `${method.toUpperCase()} ${path}`;
}

function apart(keys: ReadonlyMap<string, string>): string | undefined {
	const path = ["path", "url", "endpoint", "route"]
		.map((key) => keys.get(key))
		.find((one) => one !== undefined);
	const method = keys.get("method") ?? keys.get("verb");
	return path === undefined || method === undefined
		? undefined
		: `${method} ${path}`;
}

/** Writes what front matter says of its page as a title, an endpoint and words; under the document's own title, if it has one. */
export function printPageEndpoint(
	draft: PlainDraft,
	{ end, line, title, description }: PageEndpoint,
	titled: boolean,
): void {
	const words = [
		...(title !== undefined && !titled ? [`# ${title}`] : []),
		`\`${line}\``,
		...(description === undefined ? [] : [description]),
	];
	for (const one of words) {
		draft.part(end);
		draft.say(`${one}\n`, 0, end);
		draft.part(end);
	}
}
