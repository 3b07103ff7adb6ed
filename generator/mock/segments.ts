import { pathParts } from "../model/path.ts";
import type { PathPart, PathSegment } from "../model/types.ts";

/** One segment of a documented path, ready to be compared. */
export interface SegmentPattern {
	/** Literals and parameters; what stands behind a `?` in the docs is not among them. */
	readonly parts: readonly PathPart[];
	/** Characters that are no parameter's. */
	readonly weight: number;
}

/** A documented path, and the query that docs write behind it: `/hives?view=short`. */
export interface PathPattern {
	readonly segments: readonly SegmentPattern[];
	readonly query: readonly (readonly [string, string])[];
}

/** Reads a path of the model; nothing in its literals is taken for a parameter. */
export function pathPattern(path: readonly PathSegment[]): PathPattern {
	const segments: SegmentPattern[] = [];
	let query: string | undefined;
	for (const segment of path) {
		const parts: PathPart[] = [];
		for (const part of pathParts([segment])) {
			if (query !== undefined) continue;
			if (part.kind === "parameter") {
				parts.push(part);
				continue;
			}
			const [text = "", ...rest] = part.text.split("?");
			if (text !== "") parts.push({ kind: "literal", text: decoded(text) });
			if (rest.length > 0) query = rest.join("?");
		}
		const weight = parts.reduce(
			(sum, part) => sum + (part.kind === "literal" ? part.text.length : 0),
			0,
		);
		segments.push({ parts, weight });
	}
	return { segments, query: [...new URLSearchParams(query)] };
}

/** The parameters of a decoded segment; nothing where it does not fit. Takes linear time. */
export function matchSegment(
	{ parts }: SegmentPattern,
	text: string,
): readonly (readonly [string, string])[] | undefined {
	const found: [string, string][] = [];
	let at = 0;
	for (const [index, part] of parts.entries()) {
		const isLast = index === parts.length - 1;
		if (part.kind === "literal") {
			const end = at + part.text.length;
			const fits = isLast
				? text.slice(at) === part.text
				: text.startsWith(part.text, at);
			if (!fits) return undefined;
			at = end;
			continue;
		}
		const end = endOfParameter(parts, index, text, at);
		if (end <= at) return undefined;
		found.push([part.name, text.slice(at, end)]);
		at = end;
	}
	return at === text.length ? found : undefined;
}

/** A parameter ends in front of the next literal, which for the last one is at the end: `{name}.json` */
function endOfParameter(
	parts: readonly PathPart[],
	index: number,
	text: string,
	at: number,
): number {
	const next = parts[index + 1];
	if (next === undefined) return text.length;
	// Two parameters with nothing between them: the first has one character.
	if (next.kind === "parameter") return at + 1;
	return index + 2 === parts.length
		? text.length - next.text.length
		: text.indexOf(next.text, at + 1);
}

/** Percent-encoding undone, where it is one. */
export function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
