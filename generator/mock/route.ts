import type { ApiModel, Operation } from "../model/types.ts";
import { nearest } from "./nearest.ts";
import { type Pattern, patternOf, segmentsOf } from "./pattern.ts";
import { matchSegment } from "./segments.ts";

/** What a method and a URL lead to. */
export type Route =
	| {
			readonly kind: "found";
			readonly operation: Operation;
			/** Values of the path's parameters by wire name, decoded. */
			readonly params: ReadonlyMap<string, string>;
	  }
	/** The path is documented, but not with this method. */
	| { readonly kind: "method"; readonly allow: readonly string[] }
	/** Nothing like it is; the nearest operation, if there is one at all. */
	| { readonly kind: "none"; readonly nearest: Operation | undefined };

export type FindRoute = (
	method: string,
	path: string,
	query: URLSearchParams,
) => Route;

/**
 * Finds operations by the segments of their paths, with or without the path of the API's base URL in front. Of several
 * that fit, the one with the most text of its own wins. GET stands in for HEAD.
 */
export function routing(model: ApiModel): FindRoute {
	const patterns = model.operations
		.map((operation) => patternOf(model, operation))
		.sort((a, b) => b.weight - a.weight);
	return (method, path, query) => {
		const segments = segmentsOf(path);
		const fitting = [segments, withoutLastSlash(segments)]
			.map((way) => fittingOf(patterns, way, query))
			.find((found) => found.length > 0);
		if (fitting === undefined)
			return {
				kind: "none",
				nearest: nearest(patterns, method, segments),
			};
		const wanted = method === "HEAD" ? ["HEAD", "GET"] : [method];
		for (const each of wanted)
			for (const { operation, params } of fitting)
				if (operation.method === each)
					return { kind: "found", operation, params: new Map(params) };
		return { kind: "method", allow: allowed(fitting) };
	};
}

interface Fitting {
	readonly operation: Operation;
	readonly params: readonly (readonly [string, string])[];
}

function fittingOf(
	patterns: readonly Pattern[],
	segments: readonly string[],
	query: URLSearchParams,
): readonly Fitting[] {
	return patterns.flatMap((pattern) => {
		const { operation, bases } = pattern;
		const asks = pattern.query.every(([name, value]) =>
			query.getAll(name).includes(value),
		);
		if (!asks) return [];
		for (const base of bases) {
			if (!base.every((text, at) => segments[at] === text)) continue;
			const params = match(pattern, segments.slice(base.length));
			if (params !== undefined) return [{ operation, params }];
		}
		return [];
	});
}

function match(
	{ segments }: Pattern,
	way: readonly string[],
): readonly (readonly [string, string])[] | undefined {
	if (way.length !== segments.length) return undefined;
	const all: (readonly [string, string])[] = [];
	for (const [at, segment] of segments.entries()) {
		const found = matchSegment(segment, way[at] ?? "");
		if (found === undefined) return undefined;
		all.push(...found);
	}
	return all;
}

function withoutLastSlash(segments: readonly string[]): readonly string[] {
	return segments.at(-1) === "" ? segments.slice(0, -1) : [...segments, ""];
}

function allowed(fitting: readonly Fitting[]): readonly string[] {
	const methods = new Set<string>(
		fitting.map(({ operation }) => operation.method),
	);
	if (methods.has("GET")) methods.add("HEAD");
	methods.add("OPTIONS");
	return [...methods].sort();
}
