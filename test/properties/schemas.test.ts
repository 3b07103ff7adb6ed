import fc from "fast-check";
import { expect, test } from "vitest";
import { code } from "../../generator/code/code.ts";
import { identifier } from "../../generator/code/property.ts";
import { schemaOf } from "../../generator/emitters/client/schemas.ts";
import type {
	ApiModel,
	NamedShape,
	Property,
	Shape,
} from "../../generator/model/types.ts";
import type { JsonValue } from "../../generator/text/json.ts";
import type { Schema } from "../../templates/runtime/schema.ts";
import * as s from "../../templates/runtime/schema-kinds.ts";
import { hostile } from "../code/hostile.ts";

const origins = [
	{ span: {}, basis: "stated" },
] as unknown as Property["origins"];

/** Names that objects have of themselves, and names that break out of what they stand in. */
const names = fc.oneof(
	fc.constantFrom("id", "__proto__", "constructor", "toString", "a-b", ""),
	hostile,
);

/** A shape and a value of it. */
interface Sample {
	readonly shape: Shape;
	readonly value: JsonValue;
}

const scalars: fc.Arbitrary<Sample> = fc.oneof(
	fc.string().map((value) => ({ shape: { kind: "string" as const }, value })),
	fc.boolean().map((value) => ({ shape: { kind: "boolean" as const }, value })),
	fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({
		shape: { kind: "number" as const },
		value,
	})),
	fc.maxSafeInteger().map((value) => ({
		shape: { kind: "number" as const, integer: true },
		value,
	})),
	fc.tuple(hostile, hostile).map(([documented, value]) => ({
		shape: { kind: "literal" as const, value: documented },
		value,
	})),
	fc.constant({
		shape: {
			kind: "union" as const,
			members: [{ kind: "number" as const }, { kind: "string" as const }],
		},
		value: "either",
	}),
	fc.constant({
		shape: { kind: "reference" as const, name: "Node" },
		value: { next: { next: { label: "end" } } },
	}),
);

const { sample } = fc.letrec<{ sample: Sample }>((tie) => ({
	sample: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		scalars,
		tie("sample").map(({ shape, value }) => ({
			shape: { kind: "array" as const, items: shape },
			value: [value, value],
		})),
		fc.tuple(names, tie("sample")).map(([key, { shape, value }]) => ({
			shape: { kind: "record" as const, values: shape },
			value: Object.fromEntries([[key, value]]),
		})),
		tie("sample").map(({ shape, value }) => ({
			shape: {
				kind: "union" as const,
				members: [shape, { kind: "null" as const }],
			},
			value,
		})),
		fc
			.uniqueArray(
				fc.record({
					name: names,
					required: fc.boolean(),
					sample: tie("sample"),
					there: fc.boolean(),
				}),
				{ selector: ({ name }) => name, minLength: 1, maxLength: 4 },
			)
			.map((members) => ({
				shape: {
					kind: "object" as const,
					properties: members.map(({ name, required, sample }) => ({
						...{ name, required, shape: sample.shape, origins },
					})),
				},
				value: Object.fromEntries([
					...members
						.filter(({ required, there }) => required || there)
						.map(({ name, sample }) => [name, sample.value] as const),
					["unknown to the docs", null],
				]),
			})),
	),
}));

const node: NamedShape = {
	name: "Node",
	origins,
	shape: {
		kind: "object",
		properties: [
			{ name: "next", shape: { kind: "reference", name: "Node" }, origins },
			{ name: "label", shape: { kind: "string" }, origins },
		],
	},
};

/** Makes the schema as a client has it: from the expression that is written into its sources. */
function made(shape: Shape): Schema<unknown> {
	const expression = (shape: Shape) =>
		schemaOf(shape, {
			plan: { model: { shapes: [node] } as unknown as ApiModel },
			constants: new Map([["Node", identifier("node")]]),
			direction: "received",
			depth: 0,
		} as unknown as Parameters<typeof schemaOf>[1]);
	const program = code`const node = s.lazy(() => ${expression(node.shape)}); return ${expression(shape)};`;
	return new Function("s", program)(s);
}

/** A place in a value: the way to it, and the value with something there that does not fit. */
interface Fault {
	readonly path: readonly unknown[];
	readonly value: unknown;
}

/** Every way to put one thing into a value, or to take one out of it, that its shape does not allow. */
function faultsOf(shape: Shape, value: JsonValue): readonly Fault[] {
	if (shape.kind === "union" && shape.members.length === 2) {
		const [member, other] = shape.members;
		if (member !== undefined && other?.kind === "null")
			return faultsOf(member, value);
	}
	const wrong = shape.kind === "array" ? {} : [];
	const here: Fault = { path: [], value: wrong };
	if (shape.kind === "array")
		return [
			here,
			...(value as readonly JsonValue[]).flatMap((item, at, items) =>
				faultsOf(shape.items, item).map((fault) => ({
					path: [at, ...fault.path],
					value: items.with(at, fault.value as JsonValue),
				})),
			),
		];
	const entries = Object.entries(Object(value)) as [string, JsonValue][];
	const put = (name: string, fault: unknown) =>
		Object.fromEntries([
			...entries.filter(([key]) => key !== name),
			[name, fault],
		]);
	if (shape.kind === "record")
		return [
			here,
			...entries.flatMap(([key, item]) =>
				faultsOf(shape.values, item).map((fault) => ({
					path: [{ key }, ...fault.path],
					value: put(key, fault.value),
				})),
			),
		];
	if (shape.kind !== "object") return [here];
	return [
		here,
		...shape.properties.flatMap(({ name, required, shape }) => {
			const found = entries.find(([key]) => key === name);
			if (found === undefined) return [];
			const faults = faultsOf(shape, found[1]).map((fault) => ({
				path: [name, ...fault.path],
				value: put(name, fault.value),
			}));
			return required === true
				? [...faults, { path: [name], value: put(name, undefined) }]
				: faults;
		}),
	];
}

test("a value of a shape fits its schema", () => {
	fc.assert(
		fc.property(sample, ({ shape, value }) => {
			expect(made(shape)["~standard"].validate(value)).toEqual({ value });
		}),
		{ numRuns: 500 },
	);
});

test("a value with one fault has one issue, at the place of the fault", () => {
	fc.assert(
		fc.property(sample, fc.nat(), ({ shape, value }, choice) => {
			const faults = faultsOf(shape, value);
			const fault = faults[choice % faults.length];
			const { issues } = made(shape)["~standard"].validate(fault?.value);
			expect(issues?.map(({ path }) => path)).toEqual([fault?.path]);
		}),
		{ numRuns: 1_000 },
	);
});

test("no value whatever makes a schema throw", () => {
	fc.assert(
		fc.property(sample, fc.anything(), ({ shape }, value) => {
			const { issues } = made(shape)["~standard"].validate(value);
			expect(issues === undefined || issues.length > 0).toBe(true);
		}),
		{ numRuns: 500 },
	);
});
