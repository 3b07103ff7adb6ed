import { join } from "../model/join.ts";
import type { Origins, Parameter, Shape } from "../model/types.ts";
import { shapeOfText } from "./sample-values.ts";
import type { ShownValue } from "./shown-value.ts";

/**
 * Parameters with what sample calls show of them: those that nothing describes are inferred, and of the others the type
 * where the docs leave it open.
 */
export function withShown(
	parameters: readonly Parameter[],
	shown: readonly ShownValue[],
): readonly Parameter[] {
	if (shown.length === 0) return parameters;
	const groups = groupsOf(shown);
	const filled = parameters.map((parameter) => {
		const key = keyOf(parameter);
		const group = groups.get(key);
		groups.delete(key);
		return group === undefined || parameter.shape.kind !== "unknown"
			? parameter
			: typed(parameter, group);
	});
	return [...filled, ...[...groups.values()].map(inferred)];
}

type Group = readonly [ShownValue, ...ShownValue[]];

function groupsOf(shown: readonly ShownValue[]): Map<string, Group> {
	const groups = new Map<string, Group>();
	for (const one of shown) {
		const known = groups.get(keyOf(one));
		groups.set(keyOf(one), known === undefined ? [one] : [...known, one]);
	}
	return groups;
}

/** Headers are the same in any case. */
function keyOf({ in: place, name }: Pick<Parameter, "in" | "name">): string {
	return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}

function typed(parameter: Parameter, group: Group): Parameter {
	const shape = shapeOf(group);
	if (shape.kind === "unknown") return parameter;
	const [{ span }] = group;
	const [first, ...others] = parameter.origins;
	const origins: Origins = [
		first,
		...others,
		{ span, basis: "inferred", of: ["type"] },
	];
	return { ...parameter, shape, origins };
}

function inferred(group: Group): Parameter {
	const [{ name, in: place, span }] = group;
	return {
		name,
		in: place,
		shape: shapeOf(group),
		origins: [{ span, basis: "inferred" }],
	};
}

function shapeOf(group: Group): Shape {
	const [{ name }] = group;
	const values = group.flatMap((one) => one.values);
	const many = group.some((one) => one.values.length > 1);
	return shapeOfValues(name, values, many);
}

/** What written values have in common. A name that a call repeats, or that ends with `[]`, takes many. */
export function shapeOfValues(
	name: string,
	values: readonly string[],
	repeated = values.length > 1,
): Shape {
	const many = repeated || name.endsWith("[]");
	const shapes = values.flatMap((value) => shapeOfShown(value) ?? []);
	const [first, ...others] = shapes;
	const items = others.reduce<Shape | undefined>(either, first) ?? {
		kind: "unknown",
	};
	return many ? { kind: "array", items } : items;
}

/** Values of two kinds are text. */
function either(a: Shape | undefined, b: Shape): Shape | undefined {
	const joined = a && join(a, b, { mode: "either" });
	return joined === undefined || joined.kind === "union"
		? { kind: "string" }
		: joined;
}

/** Nothing for no value, nor for one that only stands for another: `<id>`, `$ID`, `{id}`, `...`. */
function shapeOfShown(value: string): Shape | undefined {
	if (value === "" || /^(?:\.\.\.|…|x+)$/i.test(value)) return undefined;
	if (/^[<{[:$%]|[>}\]]$/.test(value)) return undefined;
	if (/^(?:true|false)$/.test(value)) return { kind: "boolean" };
	if (/^-?(?:0|[1-9]\d{0,14})$/.test(value))
		return { kind: "number", integer: true };
	if (/^-?\d{1,14}\.\d{1,14}$/.test(value)) return { kind: "number" };
	return shapeOfText(value);
}
