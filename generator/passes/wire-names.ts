import { pathParameters } from "../model/path.ts";
import type {
	Body,
	Operation,
	Parameter,
	Property,
	Shape,
} from "../model/types.ts";
import { wordsOf } from "../text/words.ts";
import { keyOf } from "./merge.ts";

/**
 * Docs of an SDK name parameters as its language does, `betas`, `created_after`, and need not say where they go. Where
 * other docs describe the same request as it is on the wire, their names and places hold for those of the SDK.
 */
export function withWireNames(
	operations: readonly Operation[],
): readonly Operation[] {
	const wire = wireParameters(operations);
	if (wire.size === 0) return operations;
	const learnt = learn(operations, wire);
	return operations.map((operation) => {
		if (!isOfSdk(operation)) return operation;
		// Another description of the path may have other names for what is in it.
		const inPath = pathParameters(operation.path);
		const known = (wire.get(keyOf(operation)) ?? []).filter(
			(one) => one.in !== "path" || inPath.includes(one.name),
		);
		return translate(operation, (property) =>
			known.length > 0
				? twinOf(property, known)
				: learnt.get(phraseOf(property)),
		);
	});
}

/** The parameters of each request as the docs of the wire have them, each once. */
function wireParameters(
	operations: readonly Operation[],
): ReadonlyMap<string, readonly Parameter[]> {
	const found = new Map<string, Parameter[]>();
	for (const operation of operations) {
		if (isOfSdk(operation)) continue;
		const known = found.get(keyOf(operation)) ?? [];
		const added = operation.parameters.filter(
			(one) => !known.some((own) => own.in === one.in && own.name === one.name),
		);
		found.set(keyOf(operation), [...known, ...added]);
	}
	return found;
}

/** A call signature named it. */
function isOfSdk({ nameOrigins }: Operation): boolean {
	return nameOrigins !== undefined;
}

/** What one operation shows of an SDK's name holds for the others that speak of it in the same words. */
function learn(
	operations: readonly Operation[],
	wire: ReadonlyMap<string, readonly Parameter[]>,
): ReadonlyMap<string, Parameter> {
	const learnt = new Map<string, Parameter>();
	for (const operation of operations) {
		if (!isOfSdk(operation)) continue;
		const known = wire.get(keyOf(operation)) ?? [];
		for (const property of fieldsOf(operation)) {
			const twin = twinOf(property, known);
			if (twin !== undefined && twin.in === "header" && isLong(property))
				learnt.set(phraseOf(property), twin);
		}
	}
	return learnt;
}

function fieldsOf({ parameters, body }: Operation): readonly Property[] {
	const fields = body?.shape.kind === "object" ? body.shape.properties : [];
	return [...parameters, ...fields];
}

function phraseOf({ name, description = "" }: Property): string {
	return `${name} ${description}`;
}

function isLong({ description = "" }: Property): boolean {
	return description.length >= 12;
}

/** The parameter that is the same by its words, or, where none is, the only one described in the same sentences. */
function twinOf(
	property: Property,
	known: readonly Parameter[],
): Parameter | undefined {
	const words = wordsOf(property.name).join(" ");
	const named = known.filter(
		({ name }) =>
			name === property.name || (words && wordsOf(name).join(" ") === words),
	);
	if (named.length > 0)
		return named.length === 1 ? named[0] : sameSaid(property, named);
	return isLong(property) ? sameSaid(property, known) : undefined;
}

function sameSaid(
	{ description }: Property,
	known: readonly Parameter[],
): Parameter | undefined {
	const [twin, ...others] = known.filter(
		(one) => one.description === description,
	);
	return others.length === 0 ? twin : undefined;
}

function translate(
	operation: Operation,
	twin: (property: Property) => Parameter | undefined,
): Operation {
	const own = operation.parameters.map((parameter) => {
		if (parameter.in === "path") return parameter;
		return renamed(parameter, twin(parameter)) ?? parameter;
	});
	const { body, ...rest } = operation;
	if (body?.shape.kind !== "object") return { ...operation, parameters: own };
	const moved: Parameter[] = [];
	const left = body.shape.properties.filter((property) => {
		const parameter = renamed(property, twin(property));
		if (parameter !== undefined) moved.push(parameter);
		return parameter === undefined;
	});
	if (moved.length === 0) return { ...operation, parameters: own };
	const parameters = [...own, ...moved];
	return left.length === 0
		? { ...rest, parameters }
		: { ...rest, parameters, body: bodyOf(body, body.shape, left) };
}

function renamed(
	{ readOnly: _, ...property }: Property,
	twin: Parameter | undefined,
): Parameter | undefined {
	return twin && { ...property, name: twin.name, in: twin.in };
}

function bodyOf(
	{ required: _, ...body }: Body,
	shape: Extract<Shape, { readonly kind: "object" }>,
	properties: readonly Property[],
): Body {
	const required = properties.some((one) => one.required === true);
	return {
		...body,
		...(required && { required }),
		shape: { ...shape, properties },
	};
}
