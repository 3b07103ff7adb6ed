import type { Report } from "../diagnostics/reporter.ts";
import { join } from "../model/join.ts";
import { joinOrigins } from "../model/join-origins.ts";
import type { Basis, Origins, Property, Shape } from "../model/types.ts";
import { unionOf } from "../notation/type.ts";
import { holdsData, namesWithCapitals, type SamplePlace } from "./data-keys.ts";
import type {
	SampleArray,
	SampleNode,
	SampleObject,
	SampleValue,
} from "./json-sample.ts";
import { shapeOfText } from "./sample-values.ts";

const placeholders: ReadonlyMap<string, Shape> = new Map<string, Shape>([
	["string", { kind: "string" }],
	["integer", { kind: "number", integer: true }],
	["number", { kind: "number" }],
	["boolean", { kind: "boolean" }],
	["object", { kind: "object", properties: [], open: true }],
	["array", { kind: "array", items: { kind: "unknown" } }],
	["null", { kind: "null" }],
]);

const placeholder = /^\*(\w+)\*$/;

/** True when a sample has type words where its values would be, `"*string*"`: it is a shape and not an example. */
export function isTemplate(node: SampleNode): boolean {
	switch (node.kind) {
		case "value":
			return (
				node.says !== undefined ||
				(typeof node.value === "string" && placeholder.test(node.value))
			);
		case "array":
			return node.items.some(isTemplate);
		case "object":
			return node.entries.some((entry) => isTemplate(entry.node));
	}
}

/** True when nothing of a sample says anything: only `null` and empty brackets. */
export function isBlank(node: SampleNode): boolean {
	switch (node.kind) {
		case "value":
			return node.value === null && node.says === undefined;
		case "array":
			return node.items.every(isBlank);
		case "object":
			return node.entries.length === 0;
	}
}

/** What the docs say elsewhere of the value that a placeholder stands for: one shape, or several with their names. */
export interface Meant {
	/** Reads it; what nothing asks for stays unread. */
	readonly shape: () => Shape | undefined;
	readonly names: readonly string[];
	readonly origins: Origins;
}

/** Finds what a placeholder means; nothing where the docs do not say. */
export type Meaning = (placeholder: string) => readonly Meant[];

/**
 * The shape that a template describes. `null` and `{}` mean that the writer stopped here: the shape is unknown, and
 * what stood there is kept.
 */
export function shapeOfTemplate(
	node: SampleNode,
	report: Report,
	meaning: Meaning = () => [],
): Shape {
	const shapeOf = (inner: SampleNode) =>
		shapeOfTemplate(inner, report, meaning);
	switch (node.kind) {
		case "value":
			return shapeOfPlaceholder(node, report, meaning);
		case "array":
			return { kind: "array", items: joinAll(shownItems(node).map(shapeOf)) };
		case "object":
			return node.entries.length === 0
				? { kind: "unknown", placeholder: "{}" }
				: (variantsOf(node, shapeOf, meaning) ??
						objectOf(node, "stated", shapeOf));
	}
}

function shapeOfPlaceholder(
	{ value, says, span, placeholder: name }: SampleValue,
	report: Report,
	meaning: Meaning,
): Shape {
	const meant =
		name === undefined || says?.kind !== "unknown" ? [] : meaning(name);
	const shapes = meant.flatMap(({ shape }) => shape() ?? []);
	if (shapes.length > 0) return unionOf(shapes);
	if (says !== undefined) return says;
	if (value === null) return { kind: "unknown", placeholder: "null" };
	const word = typeof value === "string" && placeholder.exec(value)?.[1];
	if (typeof word !== "string") return shapeOfValue(value);
	const shape = placeholders.get(word);
	if (shape === undefined) report("type/unknown", span, { type: word });
	return shape ?? { kind: "unknown" };
}

/**
 * An object of which one property tells by its value what another one holds, `"type": "a" | "b", "result": <value>`, is
 * one object for each value that the docs give a format for.
 */
function variantsOf(
	node: SampleObject,
	shapeOf: (node: SampleNode) => Shape,
	meaning: Meaning,
): Shape | undefined {
	const { entries } = node;
	for (const [at, { key, keySpan, node: held }] of entries.entries()) {
		const name = held.kind === "value" ? held.placeholder : undefined;
		const meant = name === undefined ? [] : meaning(name);
		if (meant.length < 2) continue;
		const others = entries.filter((entry) => entry.key !== key);
		const shape = objectOf({ ...node, entries: others }, "stated", shapeOf);
		const tells =
			shape.kind === "object"
				? shape.properties.find((one) => hasValues(one.shape, meant))
				: undefined;
		if (shape.kind !== "object" || tells === undefined) continue;
		const stands: Origins = [{ span: keySpan, basis: "stated" }];
		const members = literalsOf(tells.shape).map(({ value }): Shape => {
			const own = meant.find(({ names }) => names.includes(String(value)));
			const properties = shape.properties.map((property) =>
				property === tells
					? { ...property, shape: { kind: "literal" as const, value } }
					: property,
			);
			const origins = own ? joinOrigins(stands, own.origins) : stands;
			const held = own?.shape() ?? { kind: "unknown" };
			const before = properties.slice(0, at);
			const made: Property = { name: key, shape: held, origins };
			return {
				...shape,
				properties: [...before, made, ...properties.slice(at)],
			};
		});
		return { kind: "union", members, discriminator: tells.name };
	}
	return undefined;
}

/** True when all the values that a property may have are names of formats. */
function hasValues(shape: Shape, meant: readonly Meant[]): boolean {
	const literals = literalsOf(shape);
	return (
		literals.length > 1 &&
		literals.every(({ value }) =>
			meant.some(({ names }) => names.includes(String(value))),
		)
	);
}

function literalsOf(
	shape: Shape,
): readonly Extract<Shape, { kind: "literal" }>[] {
	if (shape.kind !== "union") return [];
	const literals = shape.members.flatMap((member) =>
		member.kind === "literal" ? [member] : [],
	);
	return literals.length === shape.members.length ? literals : [];
}

/** The shape that an example suggests; what it holds is one case of what may be there. */
export function shapeOfExample(node: SampleNode): Shape {
	return shapeShown(node, { capital: namesWithCapitals(node) });
}

function shapeShown(node: SampleNode, place: SamplePlace): Shape {
	switch (node.kind) {
		case "value":
			if (node.says !== undefined) return node.says;
			return node.value === null ? { kind: "null" } : shapeOfValue(node.value);
		case "array": {
			const { capital } = place;
			const items = shownItems(node).map((item) =>
				shapeShown(item, { capital }),
			);
			return { kind: "array", items: joinAll(items) };
		}
		case "object":
			if (node.entries.length === 0)
				return { kind: "object", properties: [], open: true };
			return objectOf(
				{ ...node, isMap: node.isMap === true || holdsData(node, place) },
				"inferred",
				(inner, key) => shapeShown(inner, { ...place, key }),
			);
	}
}

/** `["..."]` leaves out what the list holds. */
function shownItems({ items }: SampleArray): readonly SampleNode[] {
	return items.filter(
		(item) =>
			item.kind !== "value" ||
			typeof item.value !== "string" ||
			!/^\s*(?:\.{3,}|…)\s*$/.test(item.value),
	);
}

function shapeOfValue(value: string | number | boolean | null): Shape {
	switch (typeof value) {
		case "string":
			return shapeOfText(value);
		case "number":
			return Number.isInteger(value)
				? { kind: "number", integer: true }
				: { kind: "number" };
		case "boolean":
			return { kind: "boolean" };
		default:
			return { kind: "unknown", placeholder: "null" };
	}
}

function objectOf(
	{ entries, isMap }: SampleObject,
	basis: Basis,
	shapeOf: (node: SampleNode, key: string) => Shape,
): Shape {
	const properties = entries.map(({ key, keySpan, node }): Property => {
		const origins: Origins = [{ span: keySpan, basis }];
		return { name: key, shape: shapeOf(node, key), origins };
	});
	if (isMap === true)
		return {
			kind: "record",
			values: joinAll(properties.map(({ shape }) => shape)),
		};
	return { kind: "object", properties };
}

function joinAll(shapes: readonly Shape[]): Shape {
	const [first = { kind: "unknown" }, ...others] = shapes;
	return others.reduce<Shape>(
		(all, shape) => join(all, shape, { mode: "either" }) ?? all,
		first,
	);
}

/**
 * A value that no example shows but as `null` is of a type that nobody knows; beside another type, `null` says that it
 * may be missing.
 */
export function settleNulls(shape: Shape, inferred = true): Shape {
	switch (shape.kind) {
		case "null":
			return inferred ? { kind: "unknown", placeholder: "null" } : shape;
		case "array":
			return { ...shape, items: settleNulls(shape.items, inferred) };
		case "record":
			return { ...shape, values: settleNulls(shape.values, inferred) };
		case "union":
			return {
				...shape,
				members: shape.members.map((member) => settleNulls(member, false)),
			};
		case "object": {
			const properties = shape.properties.map((property): Property => {
				const shown = property.origins.some(
					({ basis }) => basis === "inferred",
				);
				return { ...property, shape: settleNulls(property.shape, shown) };
			});
			return { ...shape, properties };
		}
		default:
			return shape;
	}
}
