import type { Property, Shape } from "../model/types.ts";
import { type Cursor, eat, skipMore } from "./cursor.ts";

type ParseType = (cursor: Cursor) => Shape | undefined;

/**
 * Parses what follows an opening brace: names alone, `{ a, b, 2 more }`, whose types are not told; names with types,
 * `{ id: string; tags?: string[] }`; or `{ [key: string]: T }`, a map. Fields that are not listed leave the object open.
 */
export function parseBraces(
	cursor: Cursor,
	title: string | undefined,
	parse: ParseType,
): Shape | undefined {
	if (!cursor.names && isMap(cursor)) return parseMap(cursor, parse);
	const properties = new Map<string, Property>();
	let open = false;
	while (!eat(cursor, "}")) {
		if (cursor.at >= cursor.tokens.length) return undefined;
		if (skipMore(cursor)) {
			open = true;
			continue;
		}
		const token = cursor.tokens[cursor.at++];
		if (token?.kind !== "word" && token?.kind !== "text") continue;
		const property = parseProperty(token.text, cursor, parse);
		if (property === undefined) return undefined;
		properties.set(token.text, property);
	}
	const named = [...properties.values()];
	return {
		kind: "object",
		properties: named,
		...((open || (named.length === 0 && title === undefined)) && {
			open: true,
		}),
		...(title !== undefined && { title }),
	};
}

function parseProperty(
	name: string,
	cursor: Cursor,
	parse: ParseType,
): Property | undefined {
	const { origins } = cursor;
	const maybe = eat(cursor, "?");
	if (cursor.names || !eat(cursor, ":"))
		return {
			name,
			...(maybe && { required: false }),
			shape: { kind: "unknown" },
			origins,
		};
	const shape = parse(cursor);
	return shape && { name, required: !maybe, shape, origins };
}

function isMap({ tokens, at }: Cursor): boolean {
	const [open, key, mark] = tokens.slice(at, at + 3);
	return (
		open?.text === "[" &&
		key?.kind === "word" &&
		(mark?.text === ":" || mark?.text === "in")
	);
}

/** `[key: string]: T}`. */
function parseMap(cursor: Cursor, parse: ParseType): Shape | undefined {
	cursor.at += 3;
	const key = parse(cursor);
	const values =
		key && eat(cursor, "]") && eat(cursor, ":") ? parse(cursor) : undefined;
	while (eat(cursor, ";") || eat(cursor, ","));
	return values !== undefined && eat(cursor, "}")
		? { kind: "record", values }
		: undefined;
}
