import type { JsonObject, JsonValue } from "../../text/json.ts";

/** An object without the members that are undefined. */
export function compact(members: {
	readonly [key: string]: JsonValue | undefined;
}): JsonObject {
	return Object.fromEntries(
		Object.entries(members).flatMap(([key, value]): [string, JsonValue][] =>
			value === undefined ? [] : [[key, value]],
		),
	);
}
