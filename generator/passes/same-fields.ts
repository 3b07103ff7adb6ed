import { isCut } from "../model/is-cut.ts";
import type { Body, Operation, Property, Shape } from "../model/types.ts";
import { singular } from "../text/words.ts";
import { fillField } from "./fill-field.ts";

/** A field of a body, and the operation whose docs describe it. */
interface Described {
	readonly property: Property;
	readonly operation: Operation;
}

/**
 * Completes fields of bodies from fields of other operations that are the same: those of one name that the same words
 * describe, and for "a list of message objects" the list of `messages` whose fields another operation describes.
 */
export function completeFields(
	operations: readonly Operation[],
): readonly Operation[] {
	const all = operations.flatMap((operation) =>
		fieldsOf(operation).map((property) => ({ property, operation })),
	);
	const named = new Map<string, Described[]>();
	for (const one of all) {
		const known = named.get(one.property.name) ?? [];
		known.push(one);
		named.set(one.property.name, known);
	}
	return operations.map((operation): Operation => {
		const { body } = operation;
		if (body?.shape.kind !== "object") return operation;
		const properties = body.shape.properties.map((property) =>
			completed({ property, operation }, named),
		);
		const shape: Body["shape"] = { ...body.shape, properties };
		return { ...operation, body: { ...body, shape } };
	});
}

function fieldsOf({ body }: Operation): readonly Property[] {
	return body?.shape.kind === "object" ? body.shape.properties : [];
}

function completed(
	own: Described,
	named: ReadonlyMap<string, readonly Described[]>,
): Property {
	const { property } = own;
	if (!isOpen(property.shape)) return property;
	const title = titleOf(property.shape);
	const others = [
		...(named.get(property.name) ?? []),
		...(title === undefined ? [] : listsOf(title, named)),
	].filter((one) => one.operation !== own.operation);
	return others.reduce(
		(known, { property: other }) =>
			isSame(property, other, title) ? fillField(known, other) : known,
		property,
	);
}

/** What may have more in it than is said here: of which no field is stated. */
function isOpen(shape: Shape): boolean {
	if (shape.kind === "array") return isOpen(shape.items);
	if (shape.kind !== "object") return isCut(shape);
	return shape.properties.every(({ origins }) =>
		origins.every(({ basis }) => basis !== "stated"),
	);
}

/** The name of what a list holds, of which nothing else is known. */
function titleOf(shape: Shape): string | undefined {
	if (shape.kind === "array") return titleOf(shape.items);
	return shape.kind === "object" && shape.properties.length === 0
		? shape.title
		: undefined;
}

function listsOf(
	title: string,
	named: ReadonlyMap<string, readonly Described[]>,
): readonly Described[] {
	return [...named].flatMap(([name, all]) =>
		singular(name.toLowerCase()) === title.toLowerCase()
			? all.filter(({ property }) => property.shape.kind === "array")
			: [],
	);
}

function isSame(a: Property, b: Property, title: string | undefined): boolean {
	const words = wordsOf(a);
	if (a.name === b.name && words !== "" && words === wordsOf(b)) return true;
	return title !== undefined && b.shape.kind === "array";
}

/** Brackets in front and the full stop aside. */
function wordsOf({ description = "" }: Property): string {
	const words = description
		.replace(/\s+/g, " ")
		.replace(/^(?:\([^()]*\)\s*)+/, "")
		.replace(/[\s.]+$/, "")
		.toLowerCase();
	// A word or two are the same by chance.
	return words.split(" ").length > 3 ? words : "";
}
