/** A value that JSON can hold. */
export type JsonValue =
	| null
	| boolean
	| number
	| string
	| readonly JsonValue[]
	| JsonObject;

/** A JSON object; made with `Object.fromEntries`, so that `__proto__` is a key like any other. */
export interface JsonObject {
	readonly [key: string]: JsonValue;
}

export function isJsonObject(
	value: JsonValue | undefined,
): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object of those members that have a value. */
export function withoutGaps(
	members: Readonly<Record<string, JsonValue | undefined>>,
): JsonObject {
	return Object.fromEntries(
		Object.entries(members).flatMap(([name, value]) =>
			value === undefined ? [] : [[name, value]],
		),
	);
}
