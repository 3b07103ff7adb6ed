import { lazily } from "../text/once.ts";
import type { Span } from "../text/span.ts";

/** The same with every span in it moved; what holds none is not copied. */
export function moveSpans<T>(value: T, move: (span: Span) => Span): T;
export function moveSpans(value: unknown, move: (span: Span) => Span): unknown {
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) {
		const list = value.map((one) => moveSpans(one, move));
		return list.every((one, at) => one === value[at]) ? value : list;
	}
	if (isSpan(value)) return move(value);
	let made: Record<string, unknown> | undefined;
	for (const [key, inner] of Object.entries(value)) {
		if (typeof inner !== "object" || documented.has(key)) continue;
		const moved = moveSpans(inner, move);
		if (moved === inner) continue;
		made ??= { ...value };
		made[key] = moved;
	}
	return made ?? value;
}

/**
 * The same for a list of things with spans in them, each of which is moved when somebody looks: where a document is read
 * again and again, nobody looks at most of what it says.
 */
export function movedLater<T extends object>(
	list: readonly T[],
	move: (span: Span) => Span,
): readonly T[] {
	return list.map((one) => later(one, move));
}

function later<T extends object>(value: T, move: (span: Span) => Span): T {
	const copy: object = {};
	for (const [key, inner] of Object.entries(value)) {
		const apart =
			typeof inner !== "object" || inner === null || documented.has(key);
		Object.defineProperty(copy, key, {
			configurable: true,
			enumerable: true,
			...(apart
				? { value: inner }
				: { get: lazily(() => moveSpans(inner, move)) }),
		});
	}
	return copy as T;
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
