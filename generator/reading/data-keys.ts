import type { SampleNode, SampleObject } from "./json-sample.ts";
import { areData } from "./sample-values.ts";

/** Where an object stands in a sample. */
export interface SamplePlace {
	/** The key that holds it; an item of a list has none. */
	readonly key?: string;
	/** True where the names of fields begin with a capital letter. */
	readonly capital: boolean;
}

/**
 * True when the keys of an object in a sample are values: ids and addresses, names in another style than that of the
 * fields, dotted names, labels, or the keys of many objects that are all alike.
 */
export function holdsData(
	{ entries }: SampleObject,
	{ key, capital }: SamplePlace,
): boolean {
	const keys = entries.map((entry) => entry.key);
	if (keys.length === 0) return false;
	if (areData(keys)) return true;
	if (capital && !keys.some(isCapital)) return true;
	if (keys.length > 1 && keys.every((one) => dotted.test(one))) return true;
	const nodes = entries.map(({ node }) => node);
	if (key !== undefined && labels.test(key)) return nodes.every(isText);
	return areManyAlike(nodes);
}

/** True when the fields of a sample begin with capital letters: all of the outermost object, and some more than two. */
export function namesWithCapitals(sample: SampleNode): boolean {
	const outer = sample.kind === "array" ? sample.items : [sample];
	const own = outer.flatMap(keysOf);
	if (own.length === 0 || !own.every(isCapital)) return false;
	const names = new Set<string>();
	const left: SampleNode[] = [...outer];
	for (let node = left.pop(); node !== undefined; node = left.pop()) {
		for (const key of keysOf(node)) if (isCapital(key)) names.add(key);
		if (names.size > 2) return true;
		if (node.kind === "array") left.push(...node.items);
		else if (node.kind === "object")
			left.push(...node.entries.map((entry) => entry.node));
	}
	return false;
}

const dotted = /^[\w-]+(?:\.[\w-]+)+$/;

/** What is free to be chosen wherever it is called so. */
const labels =
	/(?:^|[a-z_-])(?:labels?(?:set)?|annotations|tags|env|environment(?:_?variables)?|headers)$/i;

function keysOf(node: SampleNode): readonly string[] {
	return node.kind === "object" ? node.entries.map(({ key }) => key) : [];
}

function isCapital(key: string): boolean {
	return /^[A-Z][A-Za-z\d]*$/.test(key);
}

function isText(node: SampleNode): boolean {
	return node.kind === "value" && typeof node.value === "string";
}

/**
 * Few objects with the same fields may be parts of a whole, as two addresses are, and those that tell their types
 * describe fields.
 */
function areManyAlike(nodes: readonly SampleNode[]): boolean {
	const [first, ...others] = nodes.map((node) =>
		node.kind === "object" ? keysOf(node).toSorted().join("\n") : "",
	);
	if (first === undefined || others.length < 3) return false;
	if (/^type$/m.test(first) || !first.includes("\n")) return false;
	return others.every((one) => one === first);
}
