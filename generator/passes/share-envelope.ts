import { join } from "../model/join.ts";
import type { SharedEnvelope } from "../model/shared-envelope.ts";
import type { Operation, Property, Response, Shape } from "../model/types.ts";

/**
 * Completes the successes that an envelope covers, described once for the whole API: those whose body has the property
 * with the data and nothing that the envelope does not have.
 */
export function shareEnvelope(
	operations: readonly Operation[],
	envelopes: readonly SharedEnvelope[],
): readonly Operation[] {
	const [envelope, ...others] = envelopes;
	// Two envelopes leave it open which is whose.
	if (envelope === undefined || others.length > 0) return operations;
	return operations.map((operation) => ({
		...operation,
		responses: operation.responses.map((response) =>
			complete(response, envelope),
		),
	}));
}

function complete(response: Response, envelope: SharedEnvelope): Response {
	const { status, shape } = response;
	const json = response.mediaType === "application/json";
	if (!status.startsWith("2") || !json || shape?.kind !== "object")
		return response;
	const own = new Map(envelope.shape.properties.map((one) => [one.name, one]));
	const covered =
		shape.properties.some(({ name }) => name === envelope.data) &&
		shape.properties.every(({ name }) => own.has(name));
	if (!covered) return response;
	const known = new Set(shape.properties.map(({ name }) => name));
	const shown = shape.properties.map((property): Property => {
		const said = own.get(property.name);
		return said === undefined
			? property
			: { ...property, shape: completed(said.shape, property.shape) };
	});
	const added = envelope.shape.properties
		.filter(({ name }) => !known.has(name))
		.map((property): Property => ({ ...property, required: false }));
	return { ...response, shape: { ...shape, properties: [...shown, ...added] } };
}

function completed(said: Shape, shown: Shape): Shape {
	if (said.kind === "unknown") return shown;
	return join(said, shown, { mode: "fill" }) ?? shown;
}
