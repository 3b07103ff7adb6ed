import type { NumberShape, Shape, StringShape } from "../model/types.ts";
import { shapeOfWord } from "./words.ts";

/** Words in brackets behind a type that say something else than its format. */
const marks =
	/^(?:nullable|required|optional|mandatory|enum|csv|json|read-?only|write-?only|deprecated|unique|default|max|min|array|list|object|ref|fk|pk|see|or|and)$/i;

/** True for a word in brackets that tells the format of a text or the width of a number. */
export function isFormatWord(word: string, kind: "string" | "number"): boolean {
	if (marks.test(word)) return false;
	if (kind === "number") return /^\$?[a-z][\w-]*$/i.test(word);
	return (
		/^\$?[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(word) ||
		shapeOfWord(word)?.kind === "string" ||
		layout.test(word)
	);
}

/** `YYYY-MM-DD` and the like. */
const layout = /^y{2,4}-m{1,2}-d{1,2}/i;
const units = /^(?:ms|s|secs?|seconds|millis|milliseconds|unix|epoch)$/i;

/** A format that is a type in itself says what the value is; that of a number is its width. */
export function withFormat(
	scalar: StringShape | NumberShape,
	format: string,
): Shape {
	if (scalar.kind === "number") return scalar;
	if (scalar.format === "date-time" && units.test(format))
		return { kind: "number" };
	if (layout.test(format))
		return { ...scalar, format: scalar.format ?? "date" };
	const known = shapeOfWord(format);
	if (known?.kind === "string") return known;
	return known === undefined ? { ...scalar, format } : scalar;
}
