import type { Shape } from "../model/types.ts";
import { shapeOfWord } from "../notation/words.ts";

/** What the placeholder of a route says of its parameter beside its name. */
export interface PathConstraint {
	readonly name: string;
	readonly shape: Shape;
}

/**
 * Splits the inside of a placeholder that routers write with a type: `int:bed_id` in angle brackets has the type in
 * front, `bed_id:int` behind. A pattern, `id:[0-9]+`, is no type.
 */
export function constraintIn(
	inside: string,
	bracket: "<" | "{",
): PathConstraint | undefined {
	const [, front = "", back = ""] =
		/^\s*([A-Za-z_][\w-]*)\s*:\s*([A-Za-z_][\w-]*)(?:\([^()]*\))?\??\s*$/.exec(
			inside,
		) ?? [];
	const before = bracket === "<" ? converter(front) : undefined;
	if (before !== undefined) return { name: back, shape: before };
	const behind = converter(back);
	return behind === undefined ? undefined : { name: front, shape: behind };
}

const texts = /^(?:path|slug|alpha|any|re)$/i;

function converter(word: string): Shape | undefined {
	if (texts.test(word)) return { kind: "string" };
	const shape = shapeOfWord(word.toLowerCase());
	const scalar =
		shape !== undefined && ["string", "number", "boolean"].includes(shape.kind);
	return scalar ? shape : undefined;
}
