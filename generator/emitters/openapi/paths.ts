import type { Operation, PathPart } from "../../model/types.ts";
import type { JsonObject } from "../../text/json.ts";

/** Path items by path, in the order of the operations, whose objects are given beside them. */
export function pathItems(
	operations: readonly Operation[],
	objects: readonly JsonObject[],
): JsonObject {
	const items = new Map<string, [string, JsonObject | string][]>();
	const hierarchies = new Map<string, string>();
	for (const [index, operation] of operations.entries()) {
		const path = templateOf(operation);
		const hierarchy = path.replace(/\{[^}]*\}/g, "{}");
		const twin = hierarchies.get(hierarchy) ?? path;
		hierarchies.set(hierarchy, twin);
		// OpenAPI takes two such paths for one, but it is the docs that name their parameters differently.
		const item =
			items.get(path) ?? (twin === path ? [] : [["x-docwright-same-as", twin]]);
		item.push([operation.method.toLowerCase(), objects[index] ?? {}]);
		items.set(path, item);
	}
	return Object.fromEntries(
		[...items].map(([path, item]) => [path, Object.fromEntries(item)]),
	);
}

/** What a path parameter is called in a template: its own name never goes over the wire, so what is illegal can go. */
export function templateName(name: string): string {
	return name.replace(/[{}/?#]/g, "_") || "_";
}

/** `/zones/{zone_id}/records` */
function templateOf({ path }: Operation): string {
	const segments = path.map((segment) => {
		const parts = segment.kind === "mixed" ? segment.parts : [segment];
		return parts.map(textOf).join("");
	});
	return `/${segments.join("/")}`;
}

/** What would be a parameter, a query or a fragment in a template is none in the text of a path. */
function textOf(part: PathPart): string {
	return part.kind === "parameter"
		? `{${templateName(part.name)}}`
		: part.text.replace(/[{}?#]/g, encodeURIComponent);
}
