import { type Code, code, joinCode } from "../../code/code.ts";
import {
	markdownCode,
	markdownProse,
	markdownText,
} from "../../code/markdown-text.ts";
import type { Property, Shape } from "../../model/types.ts";
import { limitText, typeText } from "./type-text.ts";

/** A row of a table of fields. */
export interface Field
	extends Pick<
		Property,
		"shape" | "description" | "required" | "deprecated" | "readOnly"
	> {
	/** With the way to it: `frames[].size`. */
	readonly name: string;
}

/** Fields, and below each object without a name the fields that it has. */
export function withInner(
	fields: readonly Field[],
	depth = 0,
): readonly Field[] {
	return fields.flatMap((field) => [
		field,
		...(depth < depthLimit ? innerFields(field.shape, field.name, depth) : []),
	]);
}

/** The fields of the objects that a shape has within. */
export function innerFields(
	shape: Shape,
	name: string,
	depth = 0,
): readonly Field[] {
	switch (shape.kind) {
		case "array":
			return innerFields(shape.items, `${name}[]`, depth);
		case "record":
			return innerFields(shape.values, `${name}[key]`, depth);
		case "union":
			return shape.members.flatMap((member) =>
				innerFields(member, name, depth),
			);
		case "object": {
			const way = name === "" ? "" : `${name}.`;
			return withInner(
				shape.properties.map((property) => ({
					...property,
					name: way + property.name,
				})),
				depth + 1,
			);
		}
		default:
			return [];
	}
}

/** What is deeper is read in the types. */
const depthLimit = 6;

/** A table of fields; nothing for none. */
export function fieldTable(fields: readonly Field[], first: string): Code {
	if (fields.length === 0) return code``;
	const rows = fields.map(({ name, shape, description = "", ...field }) => {
		const remarks = [
			field.required === true ? "required" : "",
			field.deprecated === true ? "deprecated" : "",
			field.readOnly === true ? "only in responses" : "",
			limitText(shape),
		].filter((text) => text !== "");
		const cells = [
			markdownCode(name),
			markdownCode(typeText(shape)),
			markdownText(remarks.join(", ")),
			markdownProse(description),
		];
		return code`| ${joinCode(cells, code` | `)} |\n`;
	});
	return code`| ${markdownText(first)} | Type | | Description |\n| --- | --- | --- | --- |\n${rows}`;
}
