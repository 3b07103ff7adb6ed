import { textOf } from "./text.js";

/**
 * The text of a value that has exactly one: a string, a finite number, a bigint, a boolean, an object that wraps one of
 * these, or an object with a `toString` of its own. `undefined` for everything else.
 */
export function scalar(value: unknown): string | undefined {
	return textOf(value) ?? textOfObject(value);
}

function textOfObject(value: unknown): string | undefined {
	// A tag is the same for `new Number(1)` and for a wrapper of another realm.
	const type = typeName(value);
	const plain =
		type === "Number"
			? Number.isFinite(Number(value))
			: /^(String|BigInt|Boolean)$/.test(type) ||
				Object.hasOwn(Object(value), "toString");
	return plain ? String(value) : undefined;
}

/** Why a value cannot be sent as text, in words that follow its name; `undefined` when it can. */
export function problemOf(value: unknown): string | undefined {
	const text = scalar(value);
	if (text === undefined)
		return `is ${typeof value === "number" ? value : typeName(value)}`;
	return /\p{Cs}/u.test(text) ? "has half a surrogate pair" : undefined;
}

/** The name of a value's type: `Null`, `Object`, `Array`, `Math`. */
export function typeName(value: unknown): string {
	return Object.prototype.toString.call(value).slice(8, -1);
}
