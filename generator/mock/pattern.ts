import { originOf } from "../model/own-server.ts";
import type { ApiModel, Operation } from "../model/types.ts";
import { decoded, type PathPattern, pathPattern } from "./segments.ts";

/** One operation's path under one base path. */
export interface Pattern extends PathPattern {
	readonly operation: Operation;
	/** Segments of the base URLs' paths that may stand in front; `[]` is always one. */
	readonly bases: readonly (readonly string[])[];
	readonly weight: number;
}

/** Reads how an operation's path looks on the wire. */
export function patternOf(model: ApiModel, operation: Operation): Pattern {
	const servers = [...model.servers, ...(operation.servers ?? [])];
	const bases = servers
		.map(({ url }) => baseOf(url))
		.filter((base) => base.length > 0)
		.sort((a, b) => b.length - a.length);
	const { segments, query } = pathPattern(operation.path);
	const weight =
		segments.reduce((sum, each) => sum + each.weight, 0) +
		query.join("").length;
	return { operation, bases: [...bases, []], segments, query, weight };
}

function baseOf(url: string): readonly string[] {
	if (originOf(url) === undefined && !url.startsWith("/")) return [];
	const { pathname } = new URL(url, "http://localhost");
	return segmentsOf(pathname.replace(/\/+$/, ""));
}

/** `/a/b%20c` → `a`, `b c`. */
export function segmentsOf(path: string): readonly string[] {
	const [, ...segments] = path.split("/");
	return segments.map(decoded);
}
