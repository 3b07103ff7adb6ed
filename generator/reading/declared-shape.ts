import type { ObjectShape, Origins } from "../model/types.ts";
import { parseType } from "../notation/type.ts";

/**
 * The shape that a TypeScript declaration states, the first of them where there are several: `interface Bed { … }`,
 * `type Bed = { … }`. Nothing for other programs.
 */
export function readDeclaredShape(
	text: string,
	origins: Origins,
): ObjectShape | undefined {
	const bare = withoutComments(text);
	const [whole] =
		/^\s*(?:export\s+)?(?:declare\s+)?(?:interface\s+\w+(?:\s+extends\s+[\w\s,]+)?|type\s+\w+\s*=)\s*(?=\{)/.exec(
			bare,
		) ?? [];
	if (whole === undefined) return undefined;
	const body = braced(bare.slice(whole.length));
	const shape =
		body === undefined ? undefined : parseType(body, origins)?.shape;
	return shape?.kind === "object" && shape.properties.length > 0
		? shape
		: undefined;
}

function withoutComments(text: string): string {
	return text
		.replace(/\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\//g, " ")
		.replace(/(^|[\s;,{])\/\/[^\n]*/g, "$1")
		.replace(/\breadonly\s+/g, "");
}

/** From an opening brace to the one that closes it, on one line, with members set off by semicolons. */
function braced(text: string): string | undefined {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === "{") depth++;
		else if (text[at] === "}") depth--;
		if (depth === 0)
			return text
				.slice(0, at + 1)
				.replace(/([^\s{;,|&])[ \t]*\r?\n(?=\s*["\w])/g, "$1; ")
				.replace(/\s+/g, " ")
				.replace(/;\s*\}/g, " }");
	}
	return undefined;
}
