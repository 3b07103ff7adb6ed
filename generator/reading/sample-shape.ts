import type { Report } from "../diagnostics/reporter.ts";
import { join } from "../model/join.ts";
import type { Basis, Origins, Property, Shape } from "../model/types.ts";
import type { SampleEntry, SampleNode, SampleValue } from "./json-sample.ts";

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
			return typeof node.value === "string" && placeholder.test(node.value);
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
			return node.value === null;
		case "array":
			return node.items.every(isBlank);
		case "object":
			return node.entries.length === 0;
	}
}

/**
 * The shape that a template describes. `null` and `{}` mean that the writer stopped here: the shape is unknown, and
 * what stood there is kept.
 */
export function shapeOfTemplate(node: SampleNode, report: Report): Shape {
	const shapeOf = (inner: SampleNode) => shapeOfTemplate(inner, report);
	switch (node.kind) {
		case "value":
			return shapeOfPlaceholder(node, report);
		case "array":
			return { kind: "array", items: joinAll(node.items.map(shapeOf)) };
		case "object":
			return node.entries.length === 0
				? { kind: "unknown", placeholder: "{}" }
				: objectOf(node.entries, "stated", shapeOf);
	}
}

function shapeOfPlaceholder(
	{ value, span }: SampleValue,
	report: Report,
): Shape {
	if (value === null) return { kind: "unknown", placeholder: "null" };
	const word = typeof value === "string" && placeholder.exec(value)?.[1];
	if (typeof word !== "string") return shapeOfValue(value);
	const shape = placeholders.get(word);
	if (shape === undefined) report("type/unknown", span, { type: word });
	return shape ?? { kind: "unknown" };
}

/** The shape that an example suggests; what it holds is one case of what may be there. */
export function shapeOfExample(node: SampleNode): Shape {
	switch (node.kind) {
		case "value":
			return shapeOfValue(node.value);
		case "array":
			return { kind: "array", items: joinAll(node.items.map(shapeOfExample)) };
		case "object":
			return node.entries.length === 0
				? { kind: "object", properties: [], open: true }
				: objectOf(node.entries, "inferred", shapeOfExample);
	}
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

const dateTime =
	/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A format is inferred only where hardly anything else looks like it. */
function shapeOfText(value: string): Shape {
	if (dateTime.test(value)) return { kind: "string", format: "date-time" };
	if (uuid.test(value)) return { kind: "string", format: "uuid" };
	return { kind: "string" };
}

function objectOf(
	entries: readonly SampleEntry[],
	basis: Basis,
	shapeOf: (node: SampleNode) => Shape,
): Shape {
	const properties = entries.map(({ key, keySpan, node }): Property => {
		const origins: Origins = [{ span: keySpan, basis }];
		return { name: key, shape: shapeOf(node), origins };
	});
	return { kind: "object", properties };
}

function joinAll(shapes: readonly Shape[]): Shape {
	const [first = { kind: "unknown" }, ...others] = shapes;
	return others.reduce<Shape>(
		(all, shape) => join(all, shape, { mode: "either" }) ?? all,
		first,
	);
}
