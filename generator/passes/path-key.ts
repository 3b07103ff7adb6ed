import type { Operation, PathSegment } from "../model/types.ts";

/** One step of a path as names see it: a literal, or a parameter, whose own name does not matter. */
export interface PathStep {
	readonly kind: "literal" | "parameter";
	readonly text: string;
	/** It stands behind a colon, `/hives/{hive_id}:merge`: the name of a method, whatever word it is. */
	readonly custom?: boolean;
}

/** A path without versions and other prefixes that are not part of any name. */
export interface PathKey {
	readonly steps: readonly PathStep[];
	/** The version in front, `v2`, where there is one. */
	readonly version?: string;
}

const prefixes = /^(api|rest|v\d+(\.\d+)*((alpha|beta)\d*)?)$/i;

/** The steps of an operation's path, leading `api` and version segments left out. */
export function pathKey({ path }: Operation): PathKey {
	const steps = path.flatMap(stepsOf);
	const start = steps.findIndex(({ text }) => !prefixes.test(text));
	if (start <= 0) return { steps };
	const version = steps.slice(0, start).find(isVersion)?.text;
	return {
		steps: steps.slice(start),
		...(version !== undefined && { version }),
	};
}

/** One step, or two where a method's name stands behind a colon. */
function stepsOf(segment: PathSegment): readonly PathStep[] {
	if (segment.kind === "parameter") return [{ kind: "parameter", text: "{}" }];
	const parts = segment.kind === "mixed" ? segment.parts : [segment];
	// Of `{id}.png` only the literal part can be in a name, of `{from}..{to}` nothing.
	const literals = parts.flatMap((part) =>
		part.kind === "literal" ? [part.text] : [],
	);
	const whole = literals.join("_");
	const [, front = whole, custom] = /^([^:]*):([A-Za-z]\w*)$/.exec(whole) ?? [];
	const thing: PathStep = /[\p{L}\p{N}]/u.test(front)
		? { kind: "literal", text: front }
		: { kind: "parameter", text: "{}" };
	return custom === undefined
		? [thing]
		: [thing, { kind: "literal", text: custom, custom: true }];
}

/** True for a literal that only tells a version: `v2`, `v1beta1`. */
export function isVersion({ kind, text }: PathStep): boolean {
	return kind === "literal" && /^v\d+(\.\d+)*((alpha|beta)\d*)?$/i.test(text);
}

/** Steps as one text, to compare and look up. */
export function textOf(steps: readonly PathStep[]): string {
	return steps.map(({ text }) => text).join("/");
}
