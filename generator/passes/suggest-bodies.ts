import type {
	Body,
	NamedShape,
	Operation,
	Origins,
	Property,
	Shape,
} from "../model/types.ts";

/**
 * Gives a body to operations that need one and whose docs do not describe it. What is created, updated or edited most
 * likely has the properties of what the answer shows, so these are suggested; nothing of it is promised.
 */
export function suggestBodies(
	operations: readonly Operation[],
	shapes: readonly NamedShape[],
): readonly Operation[] {
	const named = new Map(shapes.map((shape) => [shape.name, shape]));
	const suggestions = new Map<string, Shape>();
	for (const operation of operations) {
		const thing = thingOf(operation, named);
		const key = resourceOf(operation);
		if (thing !== undefined && !suggestions.has(key))
			suggestions.set(key, thing);
	}
	return operations.map((operation) => {
		const takes = ["POST", "PUT", "PATCH"].includes(operation.method);
		if (!takes || operation.body !== undefined) return operation;
		const [{ span }] = operation.origins;
		const origins: Origins = [{ span, basis: "assumed" }];
		const body: Body = {
			mediaType: "application/json",
			shape: suggestionFor(operation, suggestions),
			suggested: true,
			origins,
		};
		return { ...operation, body };
	});
}

function resourceOf({ resource }: Operation): string {
	return resource?.join(".") ?? "";
}

function suggestionFor(
	operation: Operation,
	suggestions: ReadonlyMap<string, Shape>,
): Shape {
	const single = ["create", "update", "edit"].includes(operation.name ?? "");
	const found = suggestions.get(resourceOf(operation));
	return single && found !== undefined ? found : { kind: "unknown" };
}

/** The named shape of one thing of the resource: the whole answer, or the one reference in it. */
function thingOf(
	operation: Operation,
	named: ReadonlyMap<string, NamedShape>,
): Shape | undefined {
	const answer = operation.responses.find(({ status }) =>
		status.startsWith("2"),
	);
	const shape = answer?.shape;
	if (shape?.kind === "reference") return shape;
	if (shape?.kind !== "object") return undefined;
	const references = shape.properties.filter(isReference);
	const [only] = references;
	if (references.length === 1 && only !== undefined) {
		const { shape: inner } = only;
		return inner.kind === "reference" && named.has(inner.name)
			? inner
			: undefined;
	}
	return undefined;
}

function isReference({ shape }: Property): boolean {
	return shape.kind === "reference";
}
