import type { ApiModel, Shape } from "../model/types.ts";
import type { Span } from "../text/span.ts";
import type { FactAt } from "./fact-index.ts";

/** Where the docs describe the named shapes that the values at a place have. */
export function shapePlaces(
	facts: readonly FactAt[],
	model: ApiModel,
): readonly Span[] {
	const names = new Set(
		facts.flatMap(({ row }) =>
			row.shape === undefined ? [] : namesIn(row.shape),
		),
	);
	return model.shapes
		.filter(({ name }) => names.has(name))
		.map(({ origins }) => {
			const stated = origins.find(({ basis }) => basis === "stated");
			return (stated ?? origins[0]).span;
		});
}

/** The shapes that a value of this shape is, or holds as an item; not those of its properties. */
function namesIn(shape: Shape): readonly string[] {
	switch (shape.kind) {
		case "reference":
			return [shape.name];
		case "array":
			return namesIn(shape.items);
		case "record":
			return namesIn(shape.values);
		case "union":
			return shape.members.flatMap(namesIn);
		default:
			return [];
	}
}

/** The operations that a place is about as a whole, by their ids. */
export function operationsAt(facts: readonly FactAt[]): readonly string[] {
	const ids = facts.flatMap(({ row, operation }) =>
		operation !== undefined && row.label === "operation" ? [operation.id] : [],
	);
	return [...new Set(ids)];
}

/** The span of the line that declares a method in a source file of ours; nothing where it is not as it was made. */
export function declarationIn(
	text: string,
	owner: string,
	member: string,
):
	| { readonly line: number; readonly from: number; readonly to: number }
	| undefined {
	const lines = text.split("\n");
	const start = lines.findIndex((line) =>
		line.startsWith(`export interface ${owner} `),
	);
	if (start < 0) return undefined;
	for (let at = start + 1; at < lines.length; at++) {
		const line = lines[at] ?? "";
		if (line.startsWith("}")) return undefined;
		if (line.startsWith(`\t${member}(`) || line.startsWith(`\t${member}<`))
			return { line: at, from: 1, to: 1 + member.length };
	}
	return undefined;
}
