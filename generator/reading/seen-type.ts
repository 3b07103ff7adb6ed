import type { Shape } from "../model/types.ts";

/**
 * The type that the words of a description only let be seen: by a default, a condition on `true`, a quantity, a unit, or by
 * what they call the value.
 */
export function seenType(text: string): Shape | undefined {
	if (either.test(text)) return { kind: "boolean" };
	const quantity =
		/^(?:`[^`]+` (?:is )?)?(?:specifies |gives |sets )?(?:the )?(?:(?:total|maximum|minimum|max|min|current|peak|average|approximate|desired|overall) ){0,2}(?:number|count) of (\w+)/i.exec(
			text,
		);
	if (quantity !== null)
		return /second|minute|hour|day/i.test(quantity[1] ?? "")
			? { kind: "number" }
			: { kind: "number", integer: true };
	const value = defaults.exec(text)?.slice(1).find(Boolean);
	const own = value === undefined ? undefined : shapeOfDefault(value);
	if (own !== undefined) return own;
	if (measured.test(text)) return { kind: "number" };
	return called.test(text) ? { kind: "string" } : undefined;
}

const either =
	/^(?:boolean|flag)\b|^(?:`[^`]+` )?(?:specifies |indicates |determines |controls |tells |says )?whether\b|\b(?:if|when|unless)(?: (?:this is )?(?:set|equal))?(?: to)? `?(?:true|false)`?(?=[\s,.;)]|$)|\bdefault(?:s|ed)? (?:to|is) `?(?:true|false)`?(?=[\s,.;)]|$)|\bset (?:it |this )?to `?(?:true|false)`?(?=[\s,.;)]|$)/i;

const defaults =
	/\(defaults?:? (?:to )?`([^`]+)`\)|\bdefault(?:s|ed)?(?: value)? (?:to|is|of)(?: the)? (?:`("[^`]*"|-?\d+(?:\.\d+)?)`|("[^"]*"|-?\d+(?:\.\d+)?(?=[\s.,;)]|$)(?!\.\d)))/i;

function shapeOfDefault(written: string): Shape | undefined {
	if (/^(?:true|false)$/i.test(written)) return { kind: "boolean" };
	if (/^-?\d+(?:\.\d+)?$/.test(written)) return { kind: "number" };
	return /^(?:null|nil|none|\[.*|\{.*)$/i.test(written)
		? undefined
		: { kind: "string" };
}

const measured =
	/^[^.]{0,120}\b\(?in (?:nanoseconds|microseconds|milliseconds|seconds|bytes|megabytes|[KMG]i?B|[MG]?Hz)\b/;

const called =
	/^(?:the |an? )?(?:(?:unique|shown|display|explicit|short|full|human[- ]readable|optional) )*(?:(?:name|title) of\b|(?:name|title|description|url|path|hostname|e-?mail address|command)(?=[\s.,;]|$)|(?:\w+ )?expression\b)/i;
