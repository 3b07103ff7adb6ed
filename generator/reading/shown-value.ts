import type { ParameterLocation } from "../model/types.ts";
import type { Span } from "../text/span.ts";

/** What one sample call passes under one name; several values where it repeats the name. */
export interface ShownValue {
	readonly name: string;
	readonly in: Exclude<ParameterLocation, "path">;
	readonly values: readonly string[];
	readonly span: Span;
}
