import type { Operation, PathPart } from "../model/types.ts";

/** One step of a path as names see it: a literal, or a parameter, whose own name does not matter. */
export interface PathStep {
	readonly kind: "literal" | "parameter";
	readonly text: string;
}

/** A path without versions and other prefixes that are not part of any name. */
export interface PathKey {
	readonly steps: readonly PathStep[];
}

const prefixes = /^(api|rest|v\d+(\.\d+)*((alpha|beta)\d*)?)$/i;

/** The steps of an operation's path, leading `api` and version segments left out. */
export function pathKey({ path }: Operation): PathKey {
	const steps = path.map((segment): PathStep => {
		const parts = segment.kind === "mixed" ? segment.parts : [segment];
		const literals = parts.filter((part) => part.kind === "literal");
		return segment.kind === "parameter"
			? { kind: "parameter", text: "{}" }
			: { kind: "literal", text: textOf(parts, literals.length) };
	});
	const start = steps.findIndex(({ text }) => !prefixes.test(text));
	return { steps: start < 0 ? steps : steps.slice(start) };
}

/** `members:batchCreate` stays; of `{id}.png` only the literal part can be in a name. */
function textOf(parts: readonly PathPart[], literals: number): string {
	return parts
		.flatMap((part) =>
			part.kind === "literal" ? [part.text] : literals === 0 ? [part.name] : [],
		)
		.join("_");
}
