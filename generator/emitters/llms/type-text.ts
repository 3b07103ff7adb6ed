import type { Shape } from "../../model/types.ts";
import { unreachable } from "../../text/unreachable.ts";

/** A shape as TypeScript's type, in short: named types by their names, and objects by their fields' names where they are few. */
export function typeText(shape: Shape): string {
	switch (shape.kind) {
		case "unknown":
		case "null":
		case "boolean":
		case "string":
		case "number":
			return shape.kind;
		case "literal":
			return JSON.stringify(shape.value);
		case "reference":
			return shape.name;
		case "array": {
			const items = typeText(shape.items);
			return / \| /.test(items) ? `(${items})[]` : `${items}[]`;
		}
		case "record":
			return `{ [key: string]: ${typeText(shape.values)} }`;
		case "union":
			return [...new Set(shape.members.map(typeText))].join(" | ");
		case "object":
			return "object";
		default:
			return unreachable(shape);
	}
}

/** What else the docs say of a value: `date-time`, `1 to 5`, `at most 20 characters`. */
export function limitText(shape: Shape): string {
	if (shape.kind === "array") return limitText(shape.items);
	if (shape.kind === "union")
		return shape.members.map(limitText).find((text) => text !== "") ?? "";
	if (shape.kind === "number") {
		const { integer, minimum, maximum } = shape;
		return joined(
			integer === true ? "integer" : "",
			rangeText(minimum, maximum),
		);
	}
	if (shape.kind !== "string") return "";
	const { format = "", minLength, maxLength } = shape;
	const length = rangeText(minLength, maxLength);
	return joined(format, length === "" ? "" : `${length} characters`);
}

function rangeText(least?: number, most?: number): string {
	if (least !== undefined && most !== undefined) return `${least} to ${most}`;
	if (least !== undefined) return `at least ${least}`;
	return most === undefined ? "" : `at most ${most}`;
}

function joined(...texts: readonly string[]): string {
	return texts.filter((text) => text !== "").join(", ");
}
