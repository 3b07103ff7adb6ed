import type { PathPart, PathSegment } from "./types.ts";

/** The literals and parameters of a path in order, those that share a segment too. */
export function pathParts(path: readonly PathSegment[]): readonly PathPart[] {
	return path.flatMap((segment) =>
		segment.kind === "mixed" ? segment.parts : [segment],
	);
}

/** The wire names of a path's parameters, in order; one that stands twice is named twice. */
export function pathParameters(
	path: readonly PathSegment[],
): readonly string[] {
	return pathParts(path).flatMap((part) =>
		part.kind === "parameter" ? [part.name] : [],
	);
}
