import type { JsonValue } from "../../text/json.ts";
import { quote } from "../../text/quote.ts";
import type { Origins } from "../types.ts";
import type { Direction } from "./change.ts";
import { type Owner, placesOf, type Report } from "./finding.ts";
import { type Phrase, phrase } from "./phrase.ts";

/** What a finding is told of. */
export interface Subject {
	readonly owner: Owner;
	readonly part: Phrase;
	readonly direction?: Direction;
}

interface WithDefault {
	readonly default?: JsonValue;
	readonly origins: Origins;
}

/**
 * Compares what stands in for a value that is left out. One that only came to be stated, or stopped being so, need not
 * be another; of an answer it says nothing that a reader could notice.
 */
export function compareDefaults(
	before: WithDefault,
	after: WithDefault,
	{ owner, part, direction }: Subject,
	report: Report,
): void {
	const [a, b] = [textOf(before.default), textOf(after.default)];
	if (a === b) return;
	const changed =
		direction === "response" ? "answer-default-changed" : "default-changed";
	report(owner, {
		rule:
			a === undefined
				? "default-stated"
				: b === undefined
					? "default-unstated"
					: changed,
		part,
		...(a !== undefined && { before: phrase`${a}` }),
		...(b !== undefined && { after: phrase`${b}` }),
		place: placesOf(before.origins, after.origins, "default"),
	});
}

interface Described {
	readonly description?: string;
	readonly summary?: string;
	readonly origins: Origins;
}

/** Compares what is said of two things in words. */
export function compareDescriptions(
	before: Described,
	after: Described,
	{ owner, part }: Subject,
	report: Report,
): void {
	for (const fact of ["summary", "description"] as const) {
		const [a, b] = [before[fact], after[fact]];
		if (a === b) continue;
		report(owner, {
			rule: `${fact}-changed`,
			part,
			...(a !== undefined && { before: phrase`${a}` }),
			...(b !== undefined && { after: phrase`${b}` }),
			place: placesOf(before.origins, after.origins, fact),
		});
	}
}

/** The value as JSON; the same value is the same text, in whatever order its keys stand. */
export function textOf(value: unknown): string | undefined {
	return value === undefined ? undefined : quote(sorted(value));
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).map(
		([key, one]): readonly [string, unknown] => [key, sorted(one)],
	);
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
