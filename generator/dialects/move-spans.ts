import type { Span } from "../text/span.ts";

/** The same with every span in it moved. */
export function moveSpans<T>(value: T, move: (span: Span) => Span): T;
export function moveSpans(value: unknown, move: (span: Span) => Span): unknown {
	if (Array.isArray(value)) return value.map((one) => moveSpans(one, move));
	if (typeof value !== "object" || value === null) return value;
	if (isSpan(value)) return move(value);
	const entries = Object.entries(value).map(([key, inner]) => [
		key,
		documented.has(key) ? inner : moveSpans(inner, move),
	]);
	return Object.fromEntries(entries);
}

/** What the docs show may look like anything. */
const documented: ReadonlySet<string> = new Set([
	"value",
	"default",
	"example",
]);

function isSpan(value: object): value is Span {
	return "file" in value && "start" in value && "end" in value;
}
