import type { Shape } from "../model/types.ts";
import { unreachable } from "../text/unreachable.ts";

/** A shape in a few words, objects by their kind alone: `string (date-time)`, `Hive[]`, `map of integer`. */
export function typeText(shape: Shape, room = 6): string {
	if (room === 0) return "…";
	switch (shape.kind) {
		case "null":
		case "boolean":
		case "object":
			return shape.kind;
		case "unknown":
			return shape.placeholder === undefined
				? "unknown"
				: `unknown (cut off: ${shape.placeholder})`;
		case "number": {
			const { integer, minimum, maximum } = shape;
			const name = integer === true ? "integer" : "number";
			return name + inBrackets([range(minimum, maximum)]);
		}
		case "string": {
			const { format, minLength, maxLength, pattern } = shape;
			const length = range(minLength, maxLength);
			return `string${inBrackets([
				format,
				length && `${length} characters`,
				pattern && `like ${pattern}`,
			])}`;
		}
		case "literal":
			return JSON.stringify(shape.value);
		case "array": {
			const items = typeText(shape.items, room - 1);
			return items.includes(" ") ? `(${items})[]` : `${items}[]`;
		}
		case "record":
			return `map of ${typeText(shape.values, room - 1)}`;
		case "union":
			return shape.members
				.map((member) => typeText(member, room - 1))
				.join(" | ");
		case "reference":
			return shape.name;
		default:
			return unreachable(shape);
	}
}

function inBrackets(parts: readonly (string | undefined)[]): string {
	const said = parts.filter((part) => part !== undefined && part !== "");
	return said.length === 0 ? "" : ` (${said.join(", ")})`;
}

function range(from?: number, to?: number): string | undefined {
	if (from === undefined) return to === undefined ? undefined : `at most ${to}`;
	return to === undefined ? `at least ${from}` : `${from} to ${to}`;
}
