import type { SampleEntry, SampleNode } from "../json-sample.ts";

/** The entries of a node; none for one that is no object. */
export function entriesOf(
	node: SampleNode | undefined,
): readonly SampleEntry[] {
	return node?.kind === "object" ? node.entries : [];
}

/** The items of a node; none for one that is no array. */
export function itemsOf(node: SampleNode | undefined): readonly SampleNode[] {
	return node?.kind === "array" ? node.items : [];
}

/** What stands under a key. */
export function memberOf(
	node: SampleNode | undefined,
	key: string,
): SampleNode | undefined {
	return entriesOf(node).find((entry) => entry.key === key)?.node;
}

/** The text under a key, white space around it taken off; nothing for one that is empty. */
export function textIn(
	node: SampleNode | undefined,
	key: string,
): string | undefined {
	const member = memberOf(node, key);
	const text =
		member?.kind === "value" && typeof member.value === "string"
			? member.value.trim()
			: "";
	return text === "" ? undefined : text;
}

/** The number under a key. */
export function numberIn(
	node: SampleNode | undefined,
	key: string,
): number | undefined {
	const member = memberOf(node, key);
	return member?.kind === "value" && typeof member.value === "number"
		? member.value
		: undefined;
}

/** True or false under a key; nothing where it says neither. */
export function flagIn(
	node: SampleNode | undefined,
	key: string,
): boolean | undefined {
	const member = memberOf(node, key);
	return member?.kind === "value" && typeof member.value === "boolean"
		? member.value
		: undefined;
}
