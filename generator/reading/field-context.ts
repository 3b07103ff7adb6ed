import type { Condition } from "./condition.ts";
import type { PartRole } from "./part-role.ts";

/** What the words in front of a list of fields say of all of them. */
export interface FieldContext {
	/** When they are there. */
	condition?: Condition | undefined;
	/** The types whose fields are there, too. */
	bases: readonly string[];
	/** The property that tells apart the variants that labels name. */
	telling?: string | undefined;
	/** What opened the condition: a heading is about all that stands under it. */
	opener?: { readonly heading: boolean; readonly role: PartRole } | undefined;
}

/** A context in which nothing is said yet. */
export function openContext(): FieldContext {
	return { bases: [] };
}
