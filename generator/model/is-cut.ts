import type { Shape } from "./types.ts";

/** True when a writer stopped here: unknown, through arrays and maps. */
export function isCut(shape: Shape): boolean {
	if (shape.kind === "array") return isCut(shape.items);
	if (shape.kind === "record") return isCut(shape.values);
	return shape.kind === "unknown";
}
