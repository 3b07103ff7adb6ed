import type { PhrasingContent } from "mdast";
import type { Shape } from "../model/types.ts";
import type { FieldHead } from "./field-head.ts";
import type { Reader } from "./fragment.ts";

type Names = Reader["types"];

/** The name in front of a type of the document alone in brackets: `queen (Queen)`, `queen: Ada (Queen)`. */
export function headWithType(
	[first]: readonly PhrasingContent[],
	types: Names,
): FieldHead | undefined {
	if (first?.type !== "text") return undefined;
	const [, name, type] =
		/^([A-Za-z_][\w-]*)(?:: [^()]{1,60})?\s*\(([A-Z]\w*)[),]/.exec(
			first.value,
		) ?? [];
	return name === undefined || type === undefined || types?.has(type) !== true
		? undefined
		: { names: [{ name }], length: 0 };
}

/** A type of the document alone in brackets behind a name, and what stands behind it. */
export function typeBehind(
	text: string,
	types: Names,
): { readonly shape: Shape; readonly rest: string } | undefined {
	const [whole, title] =
		/^(?::\s*(?:`[^`]*`|[^()`]{0,60}?)\s*)?\(([A-Z]\w*)\)/.exec(text) ?? [];
	return whole === undefined ||
		title === undefined ||
		types?.has(title) !== true
		? undefined
		: {
				shape: { kind: "object", title, properties: [] },
				rest: text.slice(whole.length).trim(),
			};
}

/** True for a type of which the document declares every name. */
export function isDeclared(shape: Shape, types: Names): boolean {
	if (shape.kind === "array") return isDeclared(shape.items, types);
	return (
		shape.kind === "object" &&
		shape.title !== undefined &&
		types?.has(shape.title) === true
	);
}
