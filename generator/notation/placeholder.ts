import type { Origins, Shape } from "../model/types.ts";
import { parseType, unionOf } from "./type.ts";
import { shapeOfWord } from "./words.ts";

/**
 * The shape that stands in angle brackets, or in their place: `<bool>`, `<rfc3339 | unix_timestamp>`, `asc|desc`. Several
 * words that no vocabulary knows are the values themselves; one alone names the text that goes there.
 */
export function parsePlaceholder(text: string, origins: Origins): Shape {
	const bare = text.replace(/^<|>$/g, "").trim();
	const words = bare.split(/\s*\|\s*|\s+or\s+/);
	const known = words.map(shapeOfWord);
	if (known.every((shape) => shape === undefined)) {
		const values = words.every((word) => /^[\w.:/+-]+$/.test(word));
		if (words.length > 1 && values)
			return unionOf(words.map((value) => ({ kind: "literal", value })));
		return parseKnown(bare, origins) ?? { kind: "string" };
	}
	return unionOf(
		words.map(
			(word, at) =>
				known[at] ?? parseKnown(word, origins) ?? { kind: "string" as const },
		),
	);
}

/** A notation that says more than a name nobody knows. */
function parseKnown(text: string, origins: Origins): Shape | undefined {
	const shape = parseType(text, origins)?.shape;
	const name =
		shape?.kind === "object" &&
		shape.title !== undefined &&
		shape.properties.length === 0;
	return name ? undefined : shape;
}

const bounds: readonly (readonly [
	RegExp,
	(text: string) => Partial<Extract<Shape, { kind: "string" }>>,
])[] = [
	[
		/\b(\d+)\s*(?:-|–|to)\s*\d+\s*(?:char|letter|symbol)/i,
		(found) => ({ minLength: Number(found) }),
	],
	[
		/\b(?:\d+\s*(?:-|–|to)\s*)?(\d+)\s*(?:chars?|characters?|letters?|symbols?)(?:\s*max(?:imum)?)?\b(?!\s*min)/i,
		(found) => ({ maxLength: Number(found) }),
	],
	[
		/\b(?:min(?:imum)?(?: of)?)\s*:?\s*(\d+)\s*(?:chars?|characters?)/i,
		(found) => ({ minLength: Number(found) }),
	],
];

/** `[unicode 64 chars max]` in a template's place for a text; nothing for brackets that do not speak of one. */
export function parseBracketed(text: string): Shape | undefined {
	const inner = /^[[(]([^[\]()]+)[\])]$/.exec(text.trim())?.[1];
	if (inner === undefined) return undefined;
	const [first = ""] = inner.trim().split(/[\s,]+/);
	const shape = shapeOfWord(first);
	if (shape === undefined) return undefined;
	if (shape.kind !== "string") return shape;
	const limits = bounds.flatMap(([pattern, limit]) => {
		const found = pattern.exec(inner)?.[1];
		return found === undefined ? [] : [limit(found)];
	});
	return Object.assign({}, shape, ...limits);
}
