import type { Shape } from "../model/types.ts";
import { unionOf } from "./union.ts";

/** The shape of `word<parameters>`; nothing for a word that holds no types. */
export function containerOf(
	word: string,
	parameters: readonly Shape[],
): Shape | undefined {
	const last = parameters.at(-1);
	if (last === undefined) return undefined;
	const name = word.replace(/\.$/, "");
	const one = parameters.length === 1;
	if (/^(?:tuple|pair|triple)s?$/.test(name))
		return { kind: "array", items: unionOf(parameters) };
	// PHP calls a map an array with keys.
	if (name === "array" && parameters.length === 2)
		return { kind: "record", values: last };
	if (arrays.test(name))
		return one ? { kind: "array", items: last } : undefined;
	if (records.test(name))
		return parameters.length < 3 ? { kind: "record", values: last } : undefined;
	if (unions.test(name)) return unionOf(parameters);
	if (maybe.test(name)) return unionOf([last, { kind: "null" }]);
	if (/^objects?$/.test(name)) {
		if (!one) return { kind: "record", values: last };
		// `object(User)` is a user; `object of strings` has strings under any name.
		return last.kind === "object" && last.title !== undefined
			? last
			: { kind: "record", values: last };
	}
	return one && (/^(?:one|any)$/.test(name) || wrappers.test(name))
		? last
		: undefined;
}

const arrays =
	/^(?:(?:readonly|immutable|mutable|array|linked|hash|tree|linkedhash|sorted|frozen|ns|i|iread?only|ireadonly)?(?:array|list|set|collection)s?|sequences?|seq|iterables?|iterators?|ienumerable|enumerable|vec(?:tor)?s?|slices?|varray|stream|queue|deque)$/;
const records =
	/^(?:(?:readonly|immutable|hash|tree|linkedhash|ordered|default|concurrent|btree|unordered_|std_|ns|i|ireadonly)?(?:map|dict|dictionary|hashtable)s?|dictionaries|records?|mappings?|hash(?:es)?|associative array)$/;
const unions = /^(?:literal|union|oneof|anyof|either|variant)$/;
const maybe = /^(?:option|maybe|nullable|nillable)$/;
const wrappers =
	/^(?:promise|future|task|awaited|partial|readonly|annotated|required|notnull|nonnull|box|arc|rc|ref|responseentity|json|lazy|uniontype)$/;
