import type { Origin, Origins } from "../../model/types.ts";
import type { JsonObject, JsonValue } from "../../text/json.ts";
import { compact } from "./compact.ts";

/**
 * `x-docwright-basis`, for what is not stated in the docs: how the whole is known, `"inferred"`, or how some facts about
 * it are, `{ "type": "inferred" }`. Nothing for what is stated.
 */
export function basisOf(origins: readonly Origin[]): JsonObject {
	const guessed = origins.filter(({ basis }) => basis !== "stated");
	const whole = guessed.find(({ of }) => of === undefined);
	const facts = guessed.flatMap(({ basis, of = [] }) =>
		of.map((fact) => [fact, basis] as const),
	);
	const basis: JsonValue | undefined =
		whole?.basis ?? (facts.length > 0 ? Object.fromEntries(facts) : undefined);
	return compact({ "x-docwright-basis": basis });
}

/** `x-docwright-source`: where the docs say it, `spec/tunnels.md:12`. */
export function sourceOf([{ span }]: Origins): JsonObject {
	return { "x-docwright-source": `${span.file}:${span.start.line}` };
}
