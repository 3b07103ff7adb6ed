import type { RootContent } from "mdast";

/**
 * The words that the info string of a fence has behind its language: `201` of ```` ```json 201 ````, "Error 404", or
 * those of `title="200 OK"`.
 */
export function fenceTitle(node: RootContent): string | undefined {
	if (node.type !== "code" || typeof node.meta !== "string") return undefined;
	const titled = /\b(?:title|name|label|filename)=(["'])(.*?)\1/.exec(
		node.meta,
	);
	const words = titled?.[2] ?? node.meta.replace(/\{[^{}]*\}/g, " ");
	const bare = words.replace(/\s+/g, " ").trim();
	return bare === "" || (titled === null && /=/.test(bare)) ? undefined : bare;
}
