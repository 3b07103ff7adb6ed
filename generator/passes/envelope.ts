import { isCut } from "../model/is-cut.ts";
import { join } from "../model/join.ts";
import type {
	Envelope,
	ObjectShape,
	Operation,
	Origins,
	Property,
	Response,
	Shape,
} from "../model/types.ts";

/** Names that wrappers give to the data, to the flag of success and to the list of errors. */
const dataNames = ["result", "data"];
const flagNames = ["success", "ok"];
const errorNames = ["errors"];

/** Two descriptions of one operation: where one speaks of the data alone, the whole body of the other is opened. */
export function alignEnvelopes(
	a: Operation,
	b: Operation,
): readonly [Operation, Operation] {
	if (a.envelope !== undefined && b.envelope === undefined)
		return [a, openBodies(b, a.envelope)];
	if (b.envelope !== undefined && a.envelope === undefined)
		return [openBodies(a, b.envelope), b];
	return [a, b];
}

/**
 * Finds the envelopes of operations that do not state one: a success whose body has a flag of success beside one
 * property for data. What is known of an envelope only by name is completed from the operation's failures, which have
 * the same one.
 */
export function findEnvelopes(
	operations: readonly Operation[],
): readonly Operation[] {
	return operations.map((operation) => {
		const { envelope } = operation;
		if (envelope === undefined) return openWrapper(operation);
		return { ...operation, envelope: completed(envelope, operation) };
	});
}

function openWrapper(operation: Operation): Operation {
	const [success] = operation.responses.filter(isSuccess);
	const data = success?.shape && wrappedData(success.shape);
	if (success === undefined || data === undefined) return operation;
	const [{ span }] = success.origins;
	const origins: Origins = [{ span, basis: "inferred" }];
	const properties: readonly Property[] = [
		{ name: data, shape: { kind: "unknown" }, origins },
	];
	const bare: Envelope = {
		data,
		shape: { kind: "object", properties },
		origins,
	};
	const opened = openBodies(operation, bare);
	const { envelope } = opened;
	if (envelope === undefined) return operation;
	return { ...opened, envelope: completed(envelope, opened) };
}

function isSuccess({ status }: Response): boolean {
	return status.startsWith("2");
}

function wrappedData(shape: Shape): string | undefined {
	if (shape.kind !== "object") return undefined;
	const names = new Set(shape.properties.map(({ name }) => name));
	if (!flagNames.some((name) => names.has(name))) return undefined;
	const found = dataNames.filter((name) => names.has(name));
	return found.length === 1 ? found[0] : undefined;
}

/** Splits the data off the whole bodies of successes that have the envelope's property. */
function openBodies(operation: Operation, known: Envelope): Operation {
	let envelope: Envelope | undefined;
	const responses = operation.responses.map((response): Response => {
		const { shape } = response;
		if (!isSuccess(response) || response.enveloped === true) return response;
		if (shape?.kind !== "object") return response;
		const inner = shape.properties.find(({ name }) => name === known.data);
		if (inner === undefined || shape.properties.length < 2) return response;
		envelope ??= {
			data: known.data,
			shape: withoutData(shape, known.data),
			origins: known.origins,
		};
		return { ...response, shape: inner.shape, enveloped: true };
	});
	return envelope === undefined
		? operation
		: { ...operation, responses, envelope };
}

function withoutData(shape: ObjectShape, data: string): ObjectShape {
	const properties = shape.properties.map((property): Property => {
		if (property.name !== data) return property;
		const { description: _, ...rest } = property;
		return { ...rest, shape: { kind: "unknown" } };
	});
	return { ...shape, properties };
}

/** What the failures of an operation show of the envelope, and which of its properties mean what. */
function completed(envelope: Envelope, operation: Operation): Envelope {
	const failure = operation.responses.find(
		({ shape }) =>
			shape?.kind === "object" &&
			shape.properties.some(({ name }) => name === envelope.data),
	);
	const shape =
		failure?.shape === undefined || !isBare(envelope)
			? envelope.shape
			: (join(envelope.shape, asInferred(failure.shape, envelope.data), {
					mode: "same",
				}) ?? envelope.shape);
	const names =
		shape.kind === "object" ? shape.properties.map(({ name }) => name) : [];
	const success = flagNames.find((name) => names.includes(name));
	const errors = errorNames.find((name) => names.includes(name));
	return {
		...envelope,
		shape,
		...(success !== undefined && { success }),
		...(errors !== undefined && { errors }),
	};
}

function isBare({ shape }: Envelope): boolean {
	return shape.kind === "object" && shape.properties.length < 2;
}

/** A failure's properties, as what a success is likely to have too; the data itself is left open. */
function asInferred(shape: Shape, data: string): Shape {
	if (shape.kind !== "object") return shape;
	const properties = shape.properties.map((property): Property => {
		const [first, ...others] = property.origins;
		const open = property.name === data && isCut(property.shape);
		return {
			...property,
			...(open && { shape: { kind: "unknown" as const } }),
			origins: [{ ...first, basis: "inferred" }, ...others],
		};
	});
	return { ...shape, properties };
}
