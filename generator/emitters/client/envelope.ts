import type { ApiModel, Operation } from "../../model/types.ts";
import { type JsonObject, withoutGaps } from "../../text/json.ts";
import { once } from "../../text/once.ts";
import { successesOf } from "./responses.ts";

/** What the answers of an operation are wrapped in, for the runtime. */
export function envelopeOf(operation: Operation): JsonObject {
	const { data, success, errors } = operation.envelope ?? {};
	return withoutGaps({
		data: isWrapped(operation) ? data : undefined,
		success,
		errors,
	});
}

/** What the answers of most operations are wrapped in. */
export const commonEnvelope = once((model: ApiModel): JsonObject => {
	const counts = new Map<string, number>();
	for (const operation of model.operations) {
		const text = JSON.stringify(envelopeOf(operation));
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	const [most = "{}"] =
		[...counts].sort(
			([a, times], [b, others]) => others - times || (a < b ? -1 : 1),
		)[0] ?? [];
	return JSON.parse(most);
});

/** True when what a success resolves to is inside of the envelope; so it is too where no success is documented. */
export function isWrapped(operation: Operation): boolean {
	const successes = successesOf(operation);
	return (
		successes.length === 0 ||
		successes.some(({ enveloped }) => enveloped === true)
	);
}
