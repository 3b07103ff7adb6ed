import {
	entriesOf,
	type HeaderLayers,
	type HeaderMap,
	isList,
	mergeHeaders,
} from "./headers.js";
import { scalar } from "./scalar.js";

/** What `mergeHeaders` makes of layers after this: a list of values is joined, and so is a header that a list names again. */
export function mergeWideHeaders(layers: HeaderLayers): HeaderMap {
	return mergeHeaders(layers.map(joined));
}

function joined(layer: HeaderLayers[number]): HeaderLayers[number] {
	// Most are plain, and stay as they are.
	if (
		layer instanceof Map ||
		(!isList(layer) && Object.values(layer ?? {}).every(isPlain))
	)
		return layer;
	const merged: HeaderMap = new Map();
	for (const [key, value] of entriesOf(layer)) {
		if (value === undefined) continue;
		const name = key.toLowerCase();
		// In an object the later spelling of a name replaces the earlier.
		const before = isList(layer) && merged.get(name);
		const values = [before || [], value ?? []].flat();
		merged.set(
			name,
			value === null
				? null
				: values
						.map((one) => scalar(one) ?? "\0")
						.join(name === "cookie" ? "; " : ", "),
		);
	}
	return merged;
}

function isPlain(value: unknown): boolean {
	return typeof value === "string" || value === undefined || value === null;
}
