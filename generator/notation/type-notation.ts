import type { Shape } from "../model/types.ts";
import type { JsonValue } from "../text/json.ts";

/** What a type notation says. */
export interface TypeNotation {
	readonly shape: Shape;
	/** The notation itself says that the value may be left out: `optional string`, `Optional[str]`. */
	readonly optional: boolean;
	/** `Optional[str]` says that the value may be null or left out, and not which of the two. */
	readonly nullish?: true;
	/** Members or fields were cut off: `or 18 more`. */
	readonly cut: boolean;
	/** `int = 5`, `boolean (default false)`. */
	readonly default?: JsonValue;
}
