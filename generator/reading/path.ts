import type { Report } from "../diagnostics/reporter.ts";
import type { HttpMethod, PathPart, PathSegment } from "../model/types.ts";
import type { Span } from "../text/span.ts";

const methods: ReadonlySet<string> = new Set([
	"GET",
	"PUT",
	"POST",
	"DELETE",
	"PATCH",
	"HEAD",
	"OPTIONS",
	"TRACE",
]);

/** The HTTP method that a word is, in any case. */
export function methodOf(word: string): HttpMethod | undefined {
	const upper = word.toUpperCase();
	return isMethod(upper) ? upper : undefined;
}

function isMethod(word: string): word is HttpMethod {
	return methods.has(word);
}

/**
 * Segments that a path may have. No API comes near it, and each step of a path is a resource with a path of its own, so
 * that what a path costs grows with its square.
 */
const mostSegments = 200;

/** Splits a path with braces into segments; a brace without its partner, or too many segments, are reported, and nothing returned. */
export function readPath(
	text: string,
	span: Span,
	report: Report,
): readonly PathSegment[] | undefined {
	const [path = ""] = text.split(/[?#]/);
	const segments: PathSegment[] = [];
	const raws = path.replace(/^\/+|\/+$/g, "").split("/");
	if (raws.length > mostSegments) {
		report("path/too-long", span, { count: raws.length, limit: mostSegments });
		return undefined;
	}
	for (const raw of raws) {
		const parts = readParts(raw);
		if (parts === undefined) {
			report("path/unbalanced-brace", span, { path: text });
			return undefined;
		}
		const [first, ...others] = parts;
		if (first === undefined) continue;
		segments.push(others.length === 0 ? first : { kind: "mixed", parts });
	}
	return segments;
}

function readParts(raw: string): readonly PathPart[] | undefined {
	const parts: PathPart[] = [];
	let rest = raw;
	while (rest !== "") {
		const [whole, literal = "", name] = /^([^{}]*)(?:\{([^{}]+)\})?/.exec(
			rest,
		) ?? [""];
		if (whole === "") return undefined;
		if (literal !== "") parts.push({ kind: "literal", text: literal });
		if (name !== undefined)
			parts.push({ kind: "parameter", name: name.trim() });
		rest = rest.slice(whole.length);
	}
	return parts;
}

/** A path with braces, as people write it. */
export function printPath(path: readonly PathSegment[]): string {
	const print = (part: PathPart) =>
		part.kind === "literal" ? part.text : `{${part.name}}`;
	return `/${path
		.map((segment) =>
			segment.kind === "mixed"
				? segment.parts.map(print).join("")
				: print(segment),
		)
		.join("/")}`;
}
